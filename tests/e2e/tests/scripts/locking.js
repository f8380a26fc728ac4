// Works by itself, and tells the server: for a browser that nobody drives. `?lock` sets a lock, writes behind it and
// closes it, `?open` opens it again. The names before this (`codes`, `names`, `plan`, `begin`) come from the test.

const [passphrase, words, control] = codes.map((text) => String.fromCharCode(...text.map((code) => code - 1)));
const [next, saved, close] = names;
// The browser is not to keep what is told.
const tell = (what) => fetch(`/told/${what}`, { cache: 'no-store' }).catch(() => {});
// The program's files are to come from the server each time, and with them this script.
if (navigator.serviceWorker) navigator.serviceWorker.register = () => new Promise(() => {});

const until = (question) => new Promise((resolve) => {
    const timer = setInterval(() => {
        const answer = question();
        if (!answer) return;
        clearInterval(timer);
        resolve(answer);
    }, 20);
});
const byId = (id) => until(() => document.getElementById(id));
const named = (kind, name) => [...document.querySelectorAll(kind)].find((one) => one.textContent.trim() === name);
const write = (field, text) => {
    for (const letter of text) {
        field.value += letter;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
};
const send = (field) => field.form.querySelector('[type=submit]').click();

const locks = async () => {
    write(await byId('new-passphrase'), passphrase);
    write(await byId('new-passphrase-again'), passphrase);
    send(await byId('new-passphrase'));
    await until(() => localStorage.getItem('first-light.lock'));
    await until(() => named('button', close));
    location.hash = begin;
    await until(() => {
        if (document.getElementById('best-hopes')) return true;
        const onward = location.hash.startsWith(begin.slice(0, -'begin/about'.length)) && named('#main a, #main button', next);
        if (onward) onward.click();
        return false;
    });
    write(await byId('best-hopes'), words);
    await until(() => document.body.textContent.includes(saved) && localStorage.getItem(plan)?.startsWith('sealed1$'));
    localStorage.setItem('somebody-else', control);
    named('button', close).click();
    await byId('passphrase');
    tell(`sealed-${localStorage.getItem(plan).slice(40, 72)}`);
};

const opens = async () => {
    const field = await byId('passphrase');
    write(field, passphrase);
    send(field);
    const answer = await byId('best-hopes');
    tell(`opened-${answer.value === words}`);
};

const work = { '?lock': locks, '?open': opens }[location.search];
if (work) work().catch((error) => tell(`wrong-${encodeURIComponent(error)}`));
