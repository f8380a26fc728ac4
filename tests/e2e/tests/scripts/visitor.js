// A visitor in the page itself: thousands of steps by WebDriver would take hours.
// What comes after this in the same script has `until`, `sees`, `takes`, `goes`, `files` and `named`.

const until = async (what, question) => {
    const end = performance.now() + 20_000;
    for (;;) {
        const answer = question();
        if (answer) return answer;
        if (performance.now() > end) throw new Error(`waited in vain for ${what} at ${location.hash}`);
        await new Promise((resolve) => setTimeout(resolve, 4));
    }
};

const heading = () => document.querySelector('#main h1');

// The page is there with all its parts, it is not blank, and the program has not stopped.
const sees = () => {
    if (document.querySelector('.crash')) throw new Error(`the program stopped at ${location.hash}`);
    const text = document.getElementById('main')?.innerText.trim() ?? '';
    const isBlank = text.length < 40;
    return heading() && !isBlank && !document.querySelector('.boot__status, #main[aria-busy]') ? text : null;
};

// Browsers pass over changes of the address when there are more than 100 (WebKit) or 200 in ten seconds, those of the
// page before among them, and that it was loaded. So each waits until its time has come.
const pace = navigator.userAgent.includes('Chrome/') ? 60 : 110;
let taken = 0;
const began = performance.now();
const takes = async (fragment) => {
    const wait = began + (taken + 1) * pace - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    taken += 1;
    location.hash = fragment;
};

const goes = async (fragment) => {
    // Before the program has drawn its first page, any new heading could be that of the page asked for before.
    await until('the program', sees);
    if (location.hash === fragment) return until(fragment, sees);
    const left = heading();
    await takes(fragment);
    return until(fragment, () => heading() !== left && sees());
};

// Files that the page hands out come here, and are not saved.
const files = [];
const makeAddress = URL.createObjectURL;
URL.createObjectURL = (file) => {
    files.push(file);
    return makeAddress.call(URL, file);
};
HTMLAnchorElement.prototype.click = function () {
    if (!this.download) HTMLElement.prototype.click.call(this);
};

const named = (name) => [...document.querySelectorAll('#main button')].filter((button) => button.textContent.trim() === name);
