// Puts hostile strings wherever something can be put in, and looks at every page they come out on.

const ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print']) {
    window[name] = (...words) => void ran.push(`${name} ${words.join(' ')}`);
}
document.addEventListener('securitypolicyviolation', (event) => ran.push(`${event.violatedDirective} ${event.blockedURI}`));
addEventListener('error', (event) => ran.push(`error ${event.message}`));

// Every text that is shown as it was written, and every text in a field.
const shown = () => [
    ...[...document.querySelectorAll('#main .words, #main .stored, #main .stored-entry bdi')].map((place) => place.textContent),
    ...[...document.querySelectorAll('#main textarea, #main input')].map((field) => field.value),
];

// Nothing that somebody wrote may become an element, or an attribute that does something.
const isClean = () => {
    const odd = document.querySelector('#main script, #main iframe, #main object, #main embed, #main svg script, #main img, #main style, #main base, #main meta, #main form');
    if (odd) throw new Error(`${odd.outerHTML} stands in the page at ${location.hash}`);
    for (const element of document.querySelectorAll('#main *')) {
        for (const { name, value } of element.attributes) {
            if (name.startsWith('on') || /^\s*javascript:/i.test(value)) throw new Error(`${element.outerHTML} at ${location.hash}`);
        }
    }
};

// A field holds line ends as the standard says; what is stored and shown keeps its own.
const inField = (text) => text.replace(/\r\n?/g, '\n');
const inInput = (text) => text.replace(/[\r\n]/g, '');

const missing = (wanted, seen) => wanted.filter((text) => text.trim() !== '' && !seen.has(text) && !seen.has(inField(text)) && !seen.has(inInput(text)));

// A plan that is full of them, on every page of it.
const pages = async (plan, wanted) => {
    await goes(`#/plan/${plan}/summary/all`);
    isClean();
    const document_ = new Set(shown());
    const away = missing(wanted, document_);
    if (away.length > 0) throw new Error(`not shown as it is stored: ${JSON.stringify(away)}`);
    const places = [...document.querySelectorAll('#main a, .contents a, footer a')]
        .map((link) => link.getAttribute('href'))
        .filter((fragment) => fragment?.startsWith(`#/plan/${plan}/`));
    for (const fragment of new Set(places)) {
        await goes(fragment);
        isClean();
        for (const text of shown()) {
            const isKnown = text.trim() === '' || document_.has(text) || wanted.some((one) => one === text || inField(one) === text || inInput(one) === text);
            if (!isKnown && !/^(on|off|[0-9a-z-]+|\d{4}-\d\d-\d\d)$/.test(text)) throw new Error(`${JSON.stringify(text)} at ${fragment} was not written`);
        }
    }
    return new Set(places).size;
};

// Each typed into one field after the other, as a paste would put it there.
const types = async (plan, places, strings) => {
    for (const [turn, text] of strings.entries()) {
        const place = places[turn % places.length];
        await goes(`#/plan/${plan}/${place}`);
        const field = document.querySelector('#main textarea, #main input[type=text]');
        field.focus();
        field.value = text;
        const value = field.value;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
        await until(`${JSON.stringify(text)} to be stored`, () => {
            const stored = localStorage.getItem(`first-light.plan.${plan}`);
            return stored?.includes(JSON.stringify(value).slice(1, -1)) || (stored && value.trim() === '')
                || JSON.stringify(JSON.parse(stored ?? 'null')).includes(JSON.stringify(value));
        });
        isClean();
        if (field.isConnected && field.value !== value) throw new Error(`${JSON.stringify(value)} became ${JSON.stringify(field.value)}`);
    }
};

// Each as an address.
const addresses = async (strings) => {
    for (const [turn, text] of strings.entries()) {
        await takes([`#${text}`, `#/plan/${text}`, `#/settings/${text}`][turn % 3]);
        isClean();
    }
    await goes('#/settings');
    await goes('#/');
};

// Stored where a plan, a setting or a name should be, and shown on the page about privacy.
const stored = async (strings) => {
    await until('home', sees);
    isClean();
    await goes('#/privacy');
    for (const entry of document.querySelectorAll('.stored-entry:not([open]) summary')) entry.click();
    // Long texts are drawn once they are opened.
    await until('every string', () => missing(strings, new Set(shown())).length === 0);
    isClean();
};

const copies = async (plan, wanted, button) => {
    let copied = null;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { copied = text; } } });
    await goes(`#/plan/${plan}/summary/all`);
    named(button)[0].click();
    await until('the copy', () => copied !== null);
    const away = wanted.filter((text) => text.trim() !== '' && !copied.includes(text));
    if (away.length > 0) throw new Error(`not in the copy: ${JSON.stringify(away)}`);
};

const [what, details, done] = arguments;
const tasks = { pages, types, addresses, stored, copies };
tasks[what](...details).then(
    (answer) => done(ran.length > 0 ? { error: `something ran: ${ran.join('; ')}` } : { answer: answer ?? null }),
    (error) => done({ error: [error, ...ran].join('; ') }),
);
