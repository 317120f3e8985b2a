// Clicks and keys, and what happens first.
const actions = {
  theme: toggleTheme,
  new: newConversation,
  previous: () => step(-1),
  next: () => step(1),
  whole: toggleWhole,
  close: closeSheet,
  "search-all": searchAll,
  "look-again": loadCollection,
};

reader.addEventListener("click", (event) => {
  const pressed = event.target.closest("button");
  if (!pressed) return event.target.matches(".backdrop") && closeSheet();
  const { source, do: action, ask: question, read, open, take } = pressed.dataset;
  if (pressed.matches(".verdict")) toggleWhy(pressed);
  if (source) showSource(turns.find((turn) => turn.article.contains(pressed)), Number(source), pressed);
  else if (action) actions[action]();
  else if (question) ask(question);
  else if (read) readDocument(pressed.dataset, pressed);
  else if (open) openScope();
  else if (take) takeAway(pressed);
});

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || scopeDialog.open) return;
  if (previewed) hidePreview();
  else closeSheet();
});

// Gradio wraps everything in a <main> of its own; the conversation is the main part of this page.
reader.parentElement.closest("main")?.setAttribute("role", "presentation");
root.lang = "en";
restoreTurns();
loadCollection();
if (wide.matches && !turns.length) questionField.focus({ preventScroll: true });
