// The page is light or dark as the system says; this remembers a reader who wants the other one.
(() => {
  const root = document.documentElement;
  const button = document.querySelector("button[data-scheme]");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => { try { return localStorage.getItem("scheme"); } catch { return null; } };
  const show = () => {
    const wanted = stored();
    if (wanted === "dark" || wanted === "light") root.dataset.scheme = wanted;
    const dark = (root.dataset.scheme || (system.matches ? "dark" : "light")) === "dark";
    button.dataset.scheme = dark ? "light" : "dark";
    return dark;
  };
  // The key / goes to the search box of any page, unless somebody is typing or choosing.
  document.addEventListener("keydown", (event) => {
    const box = document.querySelector("input[type=search]");
    const busy = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || !box || busy || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
  });
  if (!button) return;
  button.addEventListener("click", () => {
    const next = show() ? "light" : "dark";
    root.dataset.scheme = next;
    try { localStorage.setItem("scheme", next); } catch { /* private window: until the page is left */ }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;
})();
