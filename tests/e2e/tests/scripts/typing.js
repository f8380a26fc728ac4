// Types by itself, and tells the server: for a browser that nobody drives. `?type` types, `?look` says what is there.
(() => {
    const PLAN = 'first-light.plan.00000000000000f2';
    const tell = (what) => fetch(`/told/${what}`).catch(() => {});
    const field = () => document.getElementById('best-hopes');
    // The program's files are to come from the server each time, and with them this script.
    if (navigator.serviceWorker) navigator.serviceWorker.register = () => new Promise(() => {});

    if (location.search === '?look') {
        const plan = JSON.parse(localStorage.getItem(PLAN) ?? '{}');
        tell(`stored-${(plan.answers?.['best-hopes']?.text ?? '').length}`);
        const timer = setInterval(() => {
            if (!field() && !document.querySelector('.crash')) return;
            clearInterval(timer);
            tell(document.querySelector('.crash') ? 'crash' : `seen-${field().value.length}`);
        }, 20);
    } else if (location.search === '?type') {
        if (localStorage.getItem(PLAN) === null) {
            const answers = { 'best-hopes': { text: 'To like Wednesdays.' } };
            localStorage.setItem(PLAN, JSON.stringify({ 'first-light': 1, name: 'School', changed: 1, place: 'hopes/best', answers }));
        }
        setInterval(() => {
            if (!field()) return;
            field().value += 'a';
            field().dispatchEvent(new InputEvent('input', { bubbles: true }));
            tell(`typed-${field().value.length}`);
        }, 80);
    }
})();
