// Runs in a page: times keys and steps, from the moment at which the browser got them to the next frame on the screen.
(() => {
    const work = (window.work = { keys: null, step: null });

    // Once the next frame has been put together and handed over. A task that is asked for within a frame comes after it.
    const afterFrame = (then) => {
        requestAnimationFrame(() => scheduler.postTask(then, { priority: "user-blocking" }));
    };

    // The page goes on as soon as there is nothing else to do, and a frame has passed.
    const whenIdle = (then) => requestIdleCallback(() => afterFrame(() => requestIdleCallback(then)));

    addEventListener("keydown", (event) => {
        const keys = work.keys;
        if (keys) afterFrame(() => keys.push(performance.now() - event.timeStamp));
    }, true);

    // Waits for the field, puts the caret behind its words, and answers when the page is idle.
    work.sits = (selector, done) => {
        const field = document.querySelector(selector);
        if (!field?.checkVisibility()) return setTimeout(work.sits, 50, selector, done);
        field.scrollIntoView({ block: "center", behavior: "instant" });
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
        work.keys = [];
        whenIdle(() => done(true));
    };

    // Answers with the keys, half a second after the last: what a page puts off while somebody writes is part of it.
    work.rests = (done) => setTimeout(() => done(work.keys), 500);

    // Finds the way on, and answers with its middle; with nothing on the last page.
    work.aims = (next, heading, done) => {
        if (!document.querySelector(heading)) return setTimeout(work.aims, 50, next, heading, done);
        whenIdle(() => {
            const link = [...document.querySelectorAll(next)].find((link) => link.checkVisibility());
            if (!link) return done(null);
            stands(link, NaN, (middle) => {
                const covered = !link.contains(document.elementFromPoint(...middle));
                work.step = null;
                if (!covered) times(document.querySelector(heading), heading);
                done(covered ? "covered" : middle);
            });
        });
    };

    // Brings the link into view, and goes on with its middle once it stands still: what comes into view with it may
    // turn out higher than the browser had guessed.
    const stands = (link, before, then) => {
        link.scrollIntoView({ block: "center", behavior: "instant" });
        whenIdle(() => {
            const { x, y, width, height } = link.getBoundingClientRect();
            if (y !== before) return stands(link, y, then);
            then([x + width / 2, y + height / 2]);
        });
    };

    const times = (before, heading) => {
        const pressed = (event) => {
            const look = () => {
                const now = document.querySelector(heading);
                // The next page has a heading of its own.
                if (!now || now === before) return requestAnimationFrame(look);
                scheduler.postTask(() => { work.step = performance.now() - event.timeStamp; }, { priority: "user-blocking" });
            };
            requestAnimationFrame(look);
        };
        addEventListener("click", pressed, { capture: true, once: true });
    };

    // Answers how long the step took, once it is done.
    work.turned = (done) => (work.step === null ? setTimeout(work.turned, 20, done) : done(work.step));
})();
