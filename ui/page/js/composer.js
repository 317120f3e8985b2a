// The box to ask in. Enter asks, Shift + Enter starts a new line; a question that failed comes back into the box.
const questionField = find("#question");
const sendButton = find(".send");
let asking = false;

async function ask(question) {
  if (asking) return;
  if (!question.trim()) return questionField.focus();
  asking = true;
  sendButton.disabled = true;
  questionField.value = "";
  if (!wide.matches) questionField.blur(); // the keyboard of a phone would cover the answer
  fitField();
  const turn = addTurn(question.trim(), scoped() ? scopeLine() : "");
  await answerTurn(turn);
  asking = false;
  sendButton.disabled = false;
  questionField.placeholder = "Ask a follow-up";
}

async function answerTurn(turn) {
  const searched = count(entries.filter(inScope).length, "document");
  turn.body.append(make("p", { className: "searching", textContent: `Searching ${searched}` }));
  turn.article.setAttribute("aria-busy", "true");
  turn.article.scrollIntoView({ block: "start", behavior: "instant" });
  const reply = await server.ask({ question: turn.question, filters: filters() });
  turn.article.removeAttribute("aria-busy");
  if (!turns.includes(turn)) return; // a new conversation was begun meanwhile
  fillTurn(turn, reply ?? { state: "unreachable", html: unreachable(), summary: GONE });
  announce(turn.reply.summary);
  if (turn.sources.length && wide.matches) showSource(turn, 1);
  if (!turn.reply.takeaway) bringBack(turn.question);
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
  ask(questionField.value);
});
