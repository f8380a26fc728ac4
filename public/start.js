// Starts the program. Trunk's own way names the addresses in the script, whose hash the page's policy would have to
// follow. Both addresses carry a hash, so they are read from the links that already fetch them.
// Not where somebody left and went back: public/leave.js shows nothing there.
if (!("left" in document.documentElement.dataset)) try {
  const glue = document.querySelector('link[rel="modulepreload"]').href;
  const program = document.querySelector('link[type="application/wasm"]');
  // Whoever opens a plan, or begins one, needs the parts with its pages, too: they come beside the program, not
  // after it.
  const ahead = () => {
    if (!/^#\/(plan\/|new$)/.test(location.hash)) return;
    removeEventListener("hashchange", ahead);
    const parts = document.querySelector("meta[name=first-light-parts]").content;
    for (const [, files] of parts.matchAll(/\b(?:words|plan) ([^;]+)/g)) for (const file of files.split(" ")) {
      const link = program.cloneNode();
      link.href = program.href.replace("_bg", `-${file}`);
      document.head.append(link);
    }
  };
  addEventListener("hashchange", ahead);
  ahead();
  const { default: init } = await import(glue);
  await init({ module_or_path: program.href });
  removeEventListener("hashchange", ahead);
  window.dispatchEvent(new Event("first-light-started"));
} catch (error) {
  window.dispatchEvent(new CustomEvent("first-light-not-started", { detail: String(error) }));
}
