"use strict";
// Questions of a chapter, asked on the page: a prediction before an answer unfolds, or a
// choice of four. What was missed comes back at the end; what was answered stays in the
// browser, where storage is allowed.
{
  const store = `quiz ${location.pathname.split("/").pop()}`;
  /**
   * answers has of each question what was said and whether it was right; what is chosen since;
   * whether it is asked again, and whether it ever was.
   */
  const answers = kept(store, "localStorage") ?? {};

  const button = (label, onclick) => make("button", { type: "button", onclick }, label);
  const copies = (nodes) => nodes.map((node) => node.cloneNode(true));

  /** Question is one before a fold, with the nodes that ask it. */
  class Question {
    static made = 0;

    constructor(asked, fold) {
      this.fold = fold;
      this.list = asked.find((node) => node.matches("ul"));
      this.asked = asked.filter((node) => node !== this.list);
      this.key = asked[0].textContent.trim().slice(0, 80);
      this.verdict = make("p", { class: "verdict" });
      this.box = make("div", { class: "quiz" });
      if (this.list) this.choose();
      else this.predict();
      fold.before(this.box);
      (this.judge ?? this.box).append(this.verdict);
      fold.open = this.list && this.judged !== undefined;
    }

    /** answered is what the reader said of it, if anything. */
    get answered() { return answers[this.key] ?? {}; }

    /** choose asks for one of a list, and judges it when the reader says so. */
    choose() {
      const name = `choice ${++Question.made}`;
      const onchange = ({ target }) => {
        this.save({ ...this.answered, chosen: target.value });
        this.show();
      };
      const onkeydown = ({ key }) => { if (key === "Enter") this.check.click(); };
      const options = [...this.list.children].map((item) => {
        const value = item.textContent.trim()[0];
        const radio = make("input", { type: "radio", name, value, onchange, onkeydown });
        const inside = item.querySelector("p") ?? item;
        return make("label", {}, radio, " ", copies([...inside.childNodes]));
      });
      this.check = button("Check", () => {
        const right = this.fold.querySelector("p strong").textContent.trim()[0];
        const said = this.box.querySelector("input:checked").value;
        this.answer(said, said === right);
      });
      const legend = make("legend", { class: "unseen" }, this.asks());
      this.box.append(make("fieldset", {}, legend, options), this.check);
      this.list.hidden = true;
    }

    /** predict asks for a guess, and lets the reader judge it by what unfolds. */
    predict() {
      const asks = "Your answer, before you look";
      this.guess = make("textarea", {
        rows: 2, placeholder: asks, "aria-label": `${asks}: ${this.asks()}`,
        onfocus: () => this.guess.scrollIntoView({ block: "nearest" }),
        oninput: () => this.save({ ...this.answered, said: this.guess.value }),
      });
      this.box.append(this.guess);
      this.had = button("I had it", () => this.answer(this.guess.value, true));
      this.hadNot = button("I did not", () => this.answer(this.guess.value, false));
      const named = { class: "judge", role: "group", "aria-label": this.asks() };
      this.judge = make("div", named, this.had, this.hadNot);
      this.fold.append(this.judge);
    }

    /** asks is the question in words, with the facts that it gives; fractions have a slash. */
    asks() {
      const asked = make("p", {}, copies(this.asked).flatMap((node) => [node, " "]));
      for (const part of asked.querySelectorAll("mfrac, msub")) {
        part.firstChild.after(part.matches("mfrac") ? "/" : " ");
      }
      return asked.textContent.trim().replaceAll("\u2061", " ");
    }

    answer(guess, right) {
      this.save({ said: guess, right, repeated: this.answered.repeated });
      this.fold.open = true;
      bringBack();
      this.verdict.scrollIntoView({ block: "nearest" });
      said.textContent = ""; // as the last verdict may have been the same
      say(this.verdict.textContent);
    }

    save(answer) {
      answers[this.key] = answer;
      keep(store, answers, "localStorage");
    }

    get isMissed() { return this.answered.right === false; }

    /** judged says whether it was right, but not while it is asked again. */
    get judged() { return this.answered.asked ? undefined : this.answered.right; }

    /** show says how the question was answered. */
    show() {
      const { said = "", chosen = said, repeated } = this.answered;
      const holds = chosen === said ? this.judged : undefined;
      const verdicts = { true: "You had it.", false: "Not yet: it comes back at the end." };
      const verdict = verdicts[holds] ?? "";
      const more = holds ? " The answer below says why." : " The answer is unfolded below.";
      this.verdict.textContent = verdict && this.list ? verdict + more : verdict;
      if (repeated && holds !== undefined && questions.some(({ isMissed }) => isMissed)) {
        this.verdict.append(" ", make("a", { href: "#again" }, "Back to what was missed"));
      }
      if (!this.list) {
        this.guess.value = said;
        this.had.ariaPressed = holds === true;
        this.hadNot.ariaPressed = holds === false;
        return;
      }
      this.check.disabled = !chosen;
      for (const radio of this.box.querySelectorAll("input")) {
        radio.checked = radio.value === chosen;
      }
    }

    /** askAgain asks what was missed once more, and leads there. Going back leads back. */
    askAgain() {
      this.save({ right: false, asked: true, repeated: true });
      this.fold.open = false;
      history.pushState({ ...history.state, asked: isAsked = true }, "");
      bringBack();
      this.asked[0].scrollIntoView();
      this.box.querySelector("textarea, input").focus({ preventScroll: true });
    }
  }

  /**
   * before lists what asks the question of a fold: an exercise from its bold words on, or the
   * paragraph before.
   */
  const before = (fold) => {
    const asked = [], begins = /^(A minute|By hand|Choose)\.$/;
    let node = fold.previousElementSibling;
    for (; node?.matches("p, ul, div, figure"); node = node.previousElementSibling) {
      asked.unshift(node);
      if (begins.test(node.querySelector("strong")?.textContent)) return asked;
    }
    return asked.filter((node) => node.matches("p")).slice(-1);
  };

  const questions = [...document.querySelectorAll("main > details")]
    .map((fold) => [before(fold), fold])
    .filter(([asked]) => asked.length > 0)
    .map(([asked, fold]) => new Question(asked, fold));

  /** bringBack shows all, and asks what was missed once more, above the lines that lead on. */
  const named = { class: "again", id: "again", "aria-label": "Once more" };
  const end = make("section", { ...named, tabindex: -1 });
  document.querySelector(".pager").before(end);
  const bringBack = () => {
    for (const question of questions) question.show();
    const missed = questions.filter(({ isMissed }) => isMissed);
    end.hidden = missed.length === 0;
    end.replaceChildren(make("h2", {}, "Once more"), make("ul", {}, missed.map((question) => {
      const again = button("Ask me again", () => question.askAgain());
      again.ariaLabel = `Ask me again: ${question.asks()}`;
      return make("li", {}, copies(question.asked), again);
    })));
  };
  bringBack();

  let isAsked = history.state?.asked; // whether one came from there
  addEventListener("popstate", ({ state }) => {
    const back = end.hidden ? document.querySelector(".pager a") : end; // where all is answered
    if (isAsked && !state?.asked) back.focus({ preventScroll: true });
    isAsked = state?.asked;
  });
}
