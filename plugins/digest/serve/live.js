// Served by the live preview alone: never a part of the published site.
(() => {
  "use strict";
  let seen = null;
  let box = null;

  const show = (state) => {
    if (box) box.remove();
    box = null;
    if (state.ok && !state.problems.length) return;
    box = document.createElement("aside");
    box.lang = "en";
    box.setAttribute("role", "alert");
    box.style.cssText =
      "position:fixed;inset:auto 0 0 0;max-height:45vh;overflow:auto;margin:0;padding:1rem 1.25rem;" +
      "background:#1d1f21;color:#f4f1ea;font:14px/1.5 ui-monospace,monospace;z-index:9999;" +
      "border-top:4px solid " + (state.ok ? "#e0a100" : "#d33");
    const head = document.createElement("strong");
    head.textContent = state.ok
      ? "Built, with " + state.problems.length + " problem(s):"
      : "The build failed; this is the last good site.";
    const close = document.createElement("button");
    close.textContent = "Hide";
    close.style.cssText = "float:right;font:inherit;padding:.25rem .75rem;color:#1d1f21;background:#f4f1ea";
    close.onclick = () => box.remove();
    const text = document.createElement("pre");
    text.style.cssText = "white-space:pre-wrap;margin:.5rem 0 0;background:none;color:inherit";
    text.textContent = state.problems.concat(state.said || []).join("\n");
    box.append(close, head, text);
    document.body.append(box);
  };

  new EventSource("/_live").onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (seen !== null && state.version !== seen) location.reload();
    else show(state);
    seen = state.version;
  };
})();
