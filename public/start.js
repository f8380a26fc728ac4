// Starts the program. Trunk would do this inline, where the page's policy lets in public/boot.js only.
// Both addresses carry a hash, so they are read from the links that already fetch them.
// Not where somebody left and went back: public/leave.js shows nothing there.
if (!("left" in document.documentElement.dataset)) try {
  const glue = document.querySelector('link[rel="modulepreload"]').href;
  const program = document.querySelector('link[type="application/wasm"]').href;
  const { default: init } = await import(glue);
  await init({ module_or_path: program });
  window.dispatchEvent(new Event("first-light-started"));
} catch (error) {
  window.dispatchEvent(new CustomEvent("first-light-not-started", { detail: String(error) }));
}
