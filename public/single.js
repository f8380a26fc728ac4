// Starts the program in the edition that is one file: all its files stand in the page, as text, and nothing
// is asked for. The build puts this after the glue, into the same script, with the name that the glue has for
// its beginning in the place of BEGIN (xtask/src/single.rs).
{
  const inside = (address) => document.getElementById(String(address).split("/").pop());
  const bytes = (element) => Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));

  // The parts of the program that come when they are needed are asked for as from a host.
  window.fetch = async (address) => {
    const element = inside(address);
    if (!element) return new Response(null, { status: 404 });
    return new Response(bytes(element), { headers: { "Content-Type": "application/wasm" } });
  };

  if (!("left" in document.documentElement.dataset)) try {
    const program = document.querySelector('link[type="application/wasm"]').getAttribute("href");
    await BEGIN({ module_or_path: bytes(inside(program)) });
  } catch (error) {
    window.dispatchEvent(new CustomEvent("first-light-not-started", { detail: String(error) }));
  }
}
