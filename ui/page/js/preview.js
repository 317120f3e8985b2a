// A footnote or a verdict at a glance: shown when its number or shape is pointed at or has keyboard focus.
const preview = find(".preview");
let previewed = null;
let previewTimer = 0;
const points = matchMedia("(hover: hover)"); // where nothing can point, a touch opens the source itself

function showPreview(pointed) {
  const html = glance(pointed); // escaped by Python
  if (!html || !pointed.isConnected) return;
  preview.innerHTML = html;
  preview.hidden = false;
  previewed = pointed;
  pointed.setAttribute("aria-describedby", "preview");
  const at = pointed.getBoundingClientRect();
  const box = preview.getBoundingClientRect();
  const above = at.top - box.height - 8;
  preview.style.left = `${Math.max(16, Math.min(at.left - 24, innerWidth - box.width - 16))}px`;
  preview.style.top = `${above > 64 ? above : at.bottom + 8}px`;
}

function hidePreview() {
  clearTimeout(previewTimer);
  preview.hidden = true;
  previewed?.removeAttribute("aria-describedby");
  previewed = null;
}

const previewable = (event) => event.target.closest?.(".sentences :is(.reference, .verdict)");

reader.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || !points.matches) return;
  clearTimeout(previewTimer);
  const pointed = previewable(event);
  if (pointed) previewTimer = setTimeout(showPreview, 120, pointed);
  else if (previewed && !preview.contains(event.target)) previewTimer = setTimeout(hidePreview, 150);
});
reader.addEventListener("focusin", (event) => {
  const pointed = previewable(event);
  if (points.matches && pointed?.matches(":focus-visible")) showPreview(pointed);
  else hidePreview();
});
reader.addEventListener("focusout", hidePreview);
preview.addEventListener("click", hidePreview);
addEventListener("scroll", () => previewed && hidePreview(), { passive: true });
