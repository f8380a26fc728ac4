// Looks at a damaged storage: `before` is what was put there.

const look = async (damaged, other, words, original, download, before) => {
    await until('home', sees);
    // Not `innerText`, which leaves out what the browser has not yet drawn because it is out of sight.
    if (!document.getElementById('main').textContent.includes('School')) throw new Error('the other plan is not on the shelf');

    await goes(`#/plan/${damaged}/hopes/best`);
    const buttons = named(download);
    if (buttons.length > 0) {
        buttons.forEach((button) => button.click());
        // Not `text()`, which leaves out a mark at the beginning that says how the text is written.
        const bytes = await Promise.all(files.map((file) => file.arrayBuffer()));
        const texts = bytes.map((file) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(file));
        if (!texts.includes(original)) {
            const told = document.getElementById('main').textContent.slice(0, 600);
            throw new Error(`of ${buttons.length} buttons ${files.length} files, none the original: ${texts.join('\n').slice(0, 200)}; the page: ${told}`);
        }
    } else if (JSON.parse(original)['first-light'] !== 1) {
        throw new Error('the original is not handed out');
    }
    for (const fragment of ['#/privacy', '#/settings', '#/']) await goes(fragment);

    await goes(`#/plan/${other}/hopes/best`);
    const value = document.getElementById('best-hopes')?.value;
    if (value !== words) throw new Error(`the other plan holds ${value}`);
    await goes('#/');

    for (const [key, text] of before) {
        // What home shows is made from the plans; a plan that is whole remembers the page that was shown.
        const follows = key.startsWith('first-light.head.') || (key.startsWith('first-light.plan.') && buttons.length === 0)
            || key === `first-light.plan.${other}`;
        if (!follows && localStorage.getItem(key) !== text) throw new Error(`${key} has changed`);
    }
};

// Puts the next state there, and lets the page that is left write nothing into it.
const put = (texts) => {
    const { clear, setItem } = Storage.prototype;
    for (const name of ['clear', 'removeItem', 'setItem']) Storage.prototype[name] = () => {};
    clear.call(localStorage);
    for (const [key, text] of texts) setItem.call(localStorage, key, text);
    history.replaceState(null, '', location.pathname);
};

const [damaged, other, words, original, download, before, next, done] = arguments;
const ends = (told) => {
    if (next) put(next);
    done(told);
};
look(damaged, other, words, original, download, before).then(() => ends(null), (error) => ends(String(error)));
