// Looks at a damaged storage: `before` is what was put there.

const look = async (damaged, other, words, original, download, before) => {
    await until('home', sees);
    // Not `innerText`, which leaves out what the browser has not yet drawn because it is out of sight.
    if (!document.getElementById('main').textContent.includes('School')) throw new Error('the other plan is not on the shelf');

    await goes(`#/plan/${damaged}/hopes/best`);
    const buttons = named(download);
    if (buttons.length > 0) {
        buttons.forEach((button) => button.click());
        const texts = await Promise.all(files.map((file) => file.text()));
        if (!texts.includes(original)) throw new Error(`another original is handed out: ${texts.join('\n').slice(0, 300)}`);
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

const [damaged, other, words, original, download, before, done] = arguments;
look(damaged, other, words, original, download, before).then(() => done(null), (error) => done(String(error)));
