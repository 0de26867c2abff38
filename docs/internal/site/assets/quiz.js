"use strict";
// Questions of a chapter, asked on the page: a prediction before an answer unfolds, or a
// choice of four. What was missed comes back at the end; what was answered stays in the
// browser, where storage is allowed.
{
  const store = `quiz ${location.pathname.split("/").pop()}`;
  let answers = {}; // by question: {said, right}
  try {
    answers = JSON.parse(localStorage.getItem(store)) ?? {};
  } catch { /* storage is refused, or holds something else */ }

  const button = (label, onclick) => make("button", { type: "button", onclick }, label);

  /** Question is one before a fold, with the nodes that ask it. */
  class Question {
    constructor(asked, fold) {
      this.fold = fold;
      this.asked = asked;
      this.list = asked.find((node) => node.matches("ul"));
      this.key = asked[0].textContent.trim().slice(0, 80);
      this.right = fold.querySelector("p strong")?.textContent.trim()[0];
      this.verdict = make("p", { class: "verdict" });
      this.box = make("div", { class: "quiz" });
      if (this.list) this.choose();
      else this.predict();
      fold.before(this.box);
      (this.judge ?? this.box).append(this.verdict);
      this.show();
    }

    /** choose asks for one of a list, and judges it when the reader says so. */
    choose() {
      const name = `choice ${Question.count = (Question.count ?? 0) + 1}`;
      const options = [...this.list.children].map((item) => {
        const letter = item.textContent.trim()[0];
        const radio = make("input", { type: "radio", name, value: letter, onchange: () => {
          this.save({ ...answers[this.key], chosen: letter });
          this.check.disabled = false;
          this.verdict.textContent = "";
        } });
        radio.addEventListener("keydown", ({ key }) => { if (key === "Enter") this.check.click(); });
        return make("label", {}, radio, " ", [...item.cloneNode(true).childNodes].flatMap((node) => (node.matches?.("p") ? [...node.childNodes] : node)));
      });
      this.check = button("Check", () => {
        const said = this.box.querySelector("input:checked").value;
        this.answer(said, said === this.right);
      });
      this.box.append(make("fieldset", {}, make("legend", { class: "unseen" }, this.asks()), options), this.check);
      this.list.hidden = true;
    }

    /** predict asks for a guess, and lets the reader judge it by what unfolds. */
    predict() {
      const asks = "Your answer, before you look";
      this.guess = make("textarea", {
        rows: 2, placeholder: asks, "aria-label": `${asks}: ${this.asks()}`,
        onfocus: () => this.guess.scrollIntoView({ block: "nearest" }),
        oninput: () => this.save({ ...answers[this.key], said: this.guess.value }),
      }, answers[this.key]?.said ?? "");
      this.box.append(this.guess);
      this.had = button("I had it", () => this.answer(this.guess.value, true));
      this.hadNot = button("I did not", () => this.answer(this.guess.value, false));
      this.judge = make("div", { class: "judge", role: "group", "aria-label": this.asks() }, this.had, this.hadNot);
      this.fold.append(this.judge);
    }

    /** asks is the question in words, from the first sentence that asks; fractions have a slash. */
    asks() {
      const asked = make("p", {}, ...this.asked.filter((node) => node !== this.list).flatMap((node) => [node.cloneNode(true), " "]));
      for (const part of asked.querySelectorAll("mfrac, msub")) part.firstChild.after(part.matches("mfrac") ? "/" : " ");
      const whole = asked.textContent.trim().replaceAll("\u2061", " "), last = whole.replace(/^[^?]*\.\s(?=[^.?]*\?)/, "");
      return last.length < 40 ? whole : last; // as "Why?" alone asks nothing
    }

    answer(said, right) {
      this.save({ said, right });
      this.show();
      bringBack();
      this.verdict.scrollIntoView({ block: "nearest" });
      document.getElementById("said").textContent = ""; // as the last verdict may have been the same
      say(this.verdict.textContent);
    }

    save(answer) {
      answers[this.key] = answer;
      try {
        localStorage.setItem(store, JSON.stringify(answers));
      } catch { /* then for this visit alone */ }
    }

    /** show says how the question was answered. */
    show() {
      const { said, chosen = said, asked, ...answer } = answers[this.key] ?? {};
      const judged = asked ? undefined : answer.right; // it stays missed until it is answered
      const right = chosen === said ? judged : undefined;
      this.verdict.textContent = right === undefined ? "" : right
        ? `You had it.${this.list ? " The answer below says why." : ""}`
        : `Not yet: it comes back at the end.${this.list ? " The answer is unfolded below." : ""}`;
      if (this.repeated && right !== undefined && questions.some(isMissed)) this.verdict.append(" ", make("a", { href: "#again" }, "Back to what was missed"));
      this.had?.setAttribute("aria-pressed", right === true);
      this.hadNot?.setAttribute("aria-pressed", right === false);
      if (!this.list) return;
      this.fold.open = judged !== undefined;
      this.check.disabled = judged === undefined && !chosen;
      for (const radio of this.box.querySelectorAll("input")) radio.checked = radio.value === chosen;
    }
  }

  const isMissed = ({ key }) => answers[key]?.right === false;

  /** before lists what asks the question of a fold: an exercise from its bold words on, or the paragraph before. */
  const before = (fold) => {
    const asked = [];
    for (let node = fold.previousElementSibling; node?.matches("p, ul, div, figure"); node = node.previousElementSibling) {
      asked.unshift(node);
      if (/^(A minute|By hand|Choose)\.$/.test(node.querySelector("strong")?.textContent)) return asked;
    }
    return asked.filter((node) => node.matches("p")).slice(-1);
  };

  const folds = [...document.querySelectorAll("main > details")];
  const questions = folds
    .map((fold) => [before(fold), fold])
    .filter(([asked]) => asked.length > 0)
    .map(([asked, fold]) => new Question(asked, fold));

  /** bringBack asks what was missed once more, above the lines that lead on. */
  const end = make("section", { class: "again", id: "again", hidden: true, "aria-label": "Once more", tabindex: -1 });
  document.querySelector(".pager").before(end);
  let isAsked = history.state?.asked; // whether one came from there
  addEventListener("popstate", ({ state }) => {
    if (isAsked && !state?.asked) end.focus({ preventScroll: true });
    isAsked = state?.asked;
  });
  const bringBack = () => {
    const missed = questions.filter(isMissed);
    end.hidden = missed.length === 0;
    const items = missed.map((question) => {
      const again = button("Ask me again", () => {
        question.save({ said: question.guess?.value ?? "", right: false, asked: true });
        question.repeated = true;
        question.fold.open = false;
        question.show();
        history.pushState({ ...history.state, asked: isAsked = true }, ""); // and back leads back
        bringBack();
        question.asked[0].scrollIntoView();
        question.asked[0].id ||= `question-${questions.indexOf(question) + 1}`; // which is heard anew
        question.box.querySelector("fieldset, textarea").setAttribute("aria-describedby", question.asked[0].id);
        question.box.querySelector("textarea, input").focus({ preventScroll: true });
        question.guess?.select(); // to be written over
      });
      again.ariaLabel = `Ask me again: ${question.asks()}`;
      const text = question.asked.filter((node) => node !== question.list).map((node) => node.cloneNode(true));
      return make("li", {}, ...text, again);
    });
    end.replaceChildren(make("h2", {}, "Once more"), make("ul", {}, ...items));
  };
  bringBack();
}
