// The source pane: beside the conversation on a wide window, a sheet from below on a narrow one.
const pane = find(".source");
const paneBody = find(".source-body");
const wholeButton = find('[data-do="whole"]');
let shown = { turn: null, number: 0, whole: false };
let returnFocus = null;
const behind = [find(".conversation"), find(".top"), find(".skip")];

// `number` counts from 1 within its turn: a number never reaches into another turn's sources.
function showSource(turn, number, opener = null) {
  const source = turn.sources[number - 1];
  if (!source) return;
  hidePreview();
  shown = { turn, number, whole: false };
  fillPane(source.html, "Source");
  wholeButton.textContent = "Open the whole document";
  find(".source-facts").innerHTML = source.facts;
  find(".source-foot").hidden = false;
  find(".steps").hidden = false;
  find(".position").textContent = `${number} of ${turn.sources.length}`;
  find('[data-do="previous"]').disabled = number === 1;
  find('[data-do="next"]').disabled = number === turn.sources.length;
  markCurrent();
  if (opener) {
    openSheet(opener);
    announce(`Source ${number} of ${turn.sources.length}: ${source.label}`);
  }
}

function step(by) {
  showSource(shown.turn, shown.number + by);
  const [back, on] = [find('[data-do="previous"]'), find('[data-do="next"]')];
  if (document.activeElement?.disabled || document.activeElement === document.body) (by < 0 ? on : back).focus();
  announce(`Source ${shown.number} of ${shown.turn.sources.length}`);
}

function fillPane(html, title) {
  paneBody.innerHTML = html;
  find(".source-title").textContent = title;
  pane.setAttribute("aria-label", title);
  const mark = find("mark", paneBody);
  if (!mark) return void (paneBody.scrollTop = 0);
  requestAnimationFrame(() => {
    const head = find(".source-head", paneBody)?.offsetHeight ?? 0;
    const offset = mark.getBoundingClientRect().top - paneBody.getBoundingClientRect().top - head;
    const top = paneBody.scrollTop + offset - Math.min(140, (paneBody.clientHeight - head) * 0.25);
    paneBody.scrollTo({ top, behavior: calm.matches ? "instant" : "smooth" });
  });
}

function markCurrent() {
  for (const reference of findAll('.reference[aria-current="true"]')) reference.removeAttribute("aria-current");
  if (!shown.turn) return;
  const current = findAll(`.reference[data-source="${shown.number}"]`, shown.turn.article);
  for (const reference of current) reference.setAttribute("aria-current", "true");
}

async function toggleWhole() {
  if (shown.whole) return shown.turn ? showSource(shown.turn, shown.number) : showShelf();
  const { turn, number } = shown;
  const { id, sha256, start, end } = turn.sources[number - 1];
  await openDocument({ id, sha256, start, end }, () => shown.turn === turn && shown.number === number);
}

// `still` tells whether the reader is still waiting for it when the text arrives.
async function openDocument(request, still = () => true) {
  const reply = await server.document(request);
  if (!still()) return;
  shown = { ...shown, whole: true };
  fillPane(reply ? inTrouble(reply) : unreachable(), "Document");
  find(".steps").hidden = true;
  find(".source-facts").replaceChildren();
  find(".source-foot").hidden = false;
  wholeButton.textContent = shown.turn ? "Back to the passage" : "Back to the list of documents";
}

function inTrouble(reply) {
  const trouble = reply.state === "refused" || reply.state === "failed";
  return trouble ? `<div class="trouble">${reply.html}</div>` : reply.html;
}

function openSheet(opener) {
  if (wide.matches) return;
  returnFocus = opener;
  pane.classList.add("open");
  pane.setAttribute("role", "dialog");
  pane.setAttribute("aria-modal", "true");
  find(".backdrop").hidden = false;
  root.classList.add("sheet-open");
  for (const part of behind) part.inert = true;
  pane.focus({ preventScroll: true });
}

function closeSheet() {
  if (!pane.classList.contains("open")) return;
  pane.classList.remove("open");
  pane.removeAttribute("role");
  pane.removeAttribute("aria-modal");
  find(".backdrop").hidden = true;
  root.classList.remove("sheet-open");
  for (const part of behind) part.inert = false;
  returnFocus?.focus({ preventScroll: true });
  hidePreview(); // the reader has just read it in full
}

wide.addEventListener("change", closeSheet);
