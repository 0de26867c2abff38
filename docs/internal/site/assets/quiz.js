"use strict";
// Questions of a chapter, asked on the page: a prediction before an answer unfolds, or a
// choice of four. What was missed comes back at the end; what was answered stays in the
// browser, where storage is allowed.
{
  const store = `quiz ${location.pathname.split("/").pop()}`;
  const answers = kept(store) ?? {}; // of each question, what was said, and whether it was right

  const button = (label, onclick) => make("button", { type: "button", onclick }, label);
  const copies = (nodes) => nodes.map((node) => node.cloneNode(true));

  /** Question is one before a fold, with the nodes that ask it. */
  class Question {
    constructor(asked, fold, i) {
      this.fold = fold;
      this.list = asked.find((node) => node.matches("ul"));
      this.asked = asked.filter((node) => node !== this.list);
      this.key = asked[0].textContent.trim().slice(0, 80);
      this.name = `question-${i + 1}`;
      this.asked[0].id ||= this.name;
      this.verdict = make("p", { class: "verdict" });
      this.box = make("div", { class: "quiz" });
      if (this.list) this.choose();
      else this.predict();
      fold.before(this.box);
      for (const named of [fold.querySelector("summary"), this.check]) {
        if (named) named.ariaLabel = `${named.textContent}: ${this.short()}`;
      }
    }

    /** answered is what the reader said of it, if anything. */
    get answered() { return answers[this.key] ?? {}; }

    get isMissed() { return this.answered.right === false; }

    /** choose asks for one of a list, and judges it when the reader says so. */
    choose() {
      const { said } = this.answered;
      const onchange = () => {
        check.disabled = false;
        this.verdict.textContent = "";
      };
      const onkeydown = ({ key }) => { if (key === "Enter") check.click(); };
      const options = [...this.list.children].map((item) => {
        const value = item.textContent.trim()[0], checked = value === said;
        const radio = { type: "radio", name: this.name, value, checked, onchange, onkeydown };
        const inside = item.querySelector("p") ?? item;
        return make("label", {}, make("input", radio), " ", copies([...inside.childNodes]));
      });
      const check = this.check = button("Check", () => {
        const right = this.fold.querySelector("p strong").textContent.trim()[0];
        const { value } = this.box.querySelector("input:checked");
        this.answer(value, value === right && !this.fold.open); // which would tell
      });
      check.disabled = !said;
      const fieldset = make("fieldset", { "aria-label": this.asks() }, options);
      this.box.append(fieldset, check, this.verdict);
      this.list.hidden = true;
      this.fold.open = Boolean(said);
    }

    /** predict asks for a guess, and lets the reader judge it by what unfolds. */
    predict() {
      const guess = make("textarea", {
        rows: 2, placeholder: "Your answer, before you look", "aria-label": this.asks(),
        oninput: () => this.save({ ...this.answered, said: guess.value }),
      });
      guess.value = this.answered.said ?? "";
      this.box.append(guess);
      this.had = button("I had it", () => this.answer(guess.value, true));
      this.hadNot = button("I did not", () => this.answer(guess.value, false));
      const named = { class: "judge", role: "group", "aria-label": `Judge: ${this.short()}` };
      this.fold.append(make("div", named, this.had, this.hadNot, this.verdict));
    }

    /** asks is the question in plain letters; fractions have a slash. */
    asks() {
      const asked = make("p", {}, copies(this.asked).flatMap((node) => [node, " "]));
      for (const part of asked.querySelectorAll("mfrac")) part.firstChild.after("/");
      return asked.textContent.trim().normalize("NFKC").replaceAll("\u2061", " ");
    }

    /** short is the beginning of its last question. */
    short() {
      const asked = this.asks(), question = asked.match(/[^.?!]+\?/g)?.at(-1) ?? asked;
      return question.trim().replace(/^(.{50}\S*).+/s, "$1 …");
    }

    answer(said, right) {
      this.save({ said, right });
      this.fold.open = true;
      bringBack();
      this.verdict.scrollIntoView({ block: "nearest" });
      say(this.verdict.textContent);
    }

    save(answer) {
      answers[this.key] = answer;
      keep(store, answers);
    }

    /** show says how the question was answered. */
    show() {
      const { right } = this.answered, where = this.list ? " The answer is unfolded below." : "";
      const verdicts = { true: "You had it.", false: "Not yet: it comes back at the end." };
      this.verdict.textContent = right === undefined ? "" : verdicts[right] + where;
      this.had?.setAttribute("aria-pressed", right === true);
      this.hadNot?.setAttribute("aria-pressed", right === false);
    }

    /** again is the question as the end has it, with a link that leads back and folds the answer. */
    again() {
      const onclick = (event) => {
        event.preventDefault();
        this.fold.open = false;
        this.verdict.textContent = "";
        for (const radio of this.box.querySelectorAll("input")) radio.checked = false;
        this.check?.toggleAttribute("disabled", true);
        location.hash = this.asked[0].id;
        this.asked[0].scrollIntoView(); // and again, where the address has it
        this.box.querySelector("input, textarea").focus({ preventScroll: true });
      };
      const label = `Answer again: ${this.short()}`;
      const link = { href: `#${this.asked[0].id}`, "aria-label": label, onclick };
      const item = make("li", {}, copies(this.asked), make("a", link, "Answer again"));
      for (const copy of item.querySelectorAll("[id]")) copy.removeAttribute("id");
      return item;
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
    .map(([asked, fold], i) => new Question(asked, fold, i));

  const end = make("section", { class: "again", "aria-label": "Once more" });
  document.querySelector(".pager").before(end);
  /** bringBack shows all, and asks what was missed once more, above the lines that lead on. */
  const bringBack = () => {
    for (const question of questions) question.show();
    const missed = questions.filter(({ isMissed }) => isMissed);
    end.hidden = missed.length === 0;
    end.replaceChildren(make("h2", {}, "Once more"), make("ul", {}, missed.map((q) => q.again())));
  };
  bringBack();
}
