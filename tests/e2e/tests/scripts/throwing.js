// Writes in a plan, turns pages and changes a setting while a call of the storage fails; then nothing fails any
// more, and every word is there. Says how many calls there were.

const typed = [];
const types = (field, words) => {
    const input = document.getElementById(field);
    if (!input) return;
    input.focus();
    input.value += words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    typed.push(words.trim());
};
// Words are written within a tenth of a second, if they can be.
const rests = () => new Promise((resolve) => setTimeout(resolve, 130));

const flow = async (plan, other, otherText, before) => {
    const best = `#/plan/${plan}/hopes/best`;
    await until('the program', sees);
    types('best-hopes', ' One.');
    await rests();
    await goes(`#/plan/${plan}/hopes/worth-it`);
    types('worth-it', 'Two.');
    for (const fragment of ['#/', '#/privacy', '#/settings']) await goes(fragment);
    document.getElementById('theme-dark').click();
    await goes('#/');
    await goes(best);
    types('best-hopes', ' Three.');
    await rests();
    const calls = window.calls;

    window.fails = false;
    await goes('#/');
    await goes(best);
    types('best-hopes', ' Four.');
    const stored = () => Object.keys(localStorage)
        .filter((key) => key.startsWith('first-light.plan.') || key.startsWith('first-light.kept.'))
        .map((key) => localStorage.getItem(key)).join('\n');
    const missing = () => [...typed, before].filter((words) => !stored().includes(words));
    await until('every word to be stored', () => missing().length === 0).catch(() => {
        throw new Error(`not stored: ${missing()}`);
    });
    if (!typed.includes('Four.')) throw new Error('the plan does not open again');
    if (localStorage.getItem(`first-light.plan.${other}`) !== otherText) throw new Error('the other plan has changed');
    return calls;
};

const [plan, other, otherText, before, done] = arguments;
flow(plan, other, otherText, before).then((calls) => done({ calls }), (error) => done({ error: String(error) }));
