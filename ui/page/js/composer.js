// The box to ask in. Enter asks, Shift + Enter starts a new line; a question that failed comes back into the box.
const questionField = find("#question");
const sendButton = find(".send");
let asked = null; // the turn that is on its way

async function ask(question) {
  if (asked) return;
  if (!question.trim()) return questionField.focus();
  questionField.value = "";
  if (!wide.matches) questionField.blur(); // the keyboard of a phone would cover the answer
  fitField();
  const turn = addTurn(question.trim(), scoped() ? scopeLine() : "");
  showAsking(turn);
  await answerTurn(turn);
  if (asked === turn) showAsking(null);
  questionField.placeholder = "Ask a follow-up";
}

// While an answer is on its way, the button that sends is the one that stops.
function showAsking(turn) {
  asked = turn;
  sendButton.classList.toggle("stops", Boolean(turn));
  sendButton.setAttribute("aria-label", turn ? "Stop" : "Ask");
  find("use", sendButton).setAttribute("href", turn ? "#icon-stop" : "#icon-enter");
}

function stopAsking() {
  if (!asked) return;
  asked.stopped = true; // before it has a key, it is stopped as soon as it has one
  if (asked.key) server.stop({ turn: asked.key });
}

addEventListener("pagehide", stopAsking); // nobody is left to read it

async function answerTurn(turn) {
  beginDraft(turn);
  turn.article.setAttribute("aria-busy", "true");
  turn.article.scrollIntoView({ block: "start", behavior: "instant" });
  const reply = await follow(turn);
  turn.article.removeAttribute("aria-busy");
  if (!turns.includes(turn)) return; // a new conversation was begun meanwhile
  finishTurn(turn, reply ?? { state: "unreachable", html: unreachable(), summary: GONE });
}

function finishTurn(turn, reply) {
  const watched = shown.turn === turn; // its sources are in the pane already
  const follows = watched ? !shown.whole : !turn.sources.length;
  const hadFocus = turn.body.contains(document.activeElement);
  fillTurn(turn, reply);
  announce(reply.summary);
  const number = watched ? Math.min(shown.number, turn.sources.length) : 1;
  if (follows && turn.sources.length && wide.matches) showSource(turn, number);
  if (hadFocus) find(".reference, button", turn.body)?.focus({ preventScroll: true });
  if (!reply.takeaway) bringBack(turn.question);
  keepTurns();
}

function bringBack(question) {
  if (questionField.value) return;
  questionField.value = question;
  fitField();
}

// Browsers that cannot size a field by its content get it from here.
function fitField() {
  if (CSS.supports("field-sizing", "content")) return;
  questionField.style.height = "auto";
  questionField.style.height = `${questionField.scrollHeight + 2}px`;
}

questionField.addEventListener("input", fitField);
questionField.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  ask(questionField.value);
});
find(".composer").addEventListener("submit", (event) => {
  event.preventDefault();
  if (asked) stopAsking();
  else ask(questionField.value);
});
