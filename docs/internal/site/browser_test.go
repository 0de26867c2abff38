package site

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// loading is how long a page takes to open, at least.
const loading = 500 * time.Millisecond

// read opens a page, and waits until its scripts have run.
func (r tab) read(page string) {
	r.Helper()
	r.do(chromedp.Navigate(r.address + "/" + page))
	r.is("scripts have run on "+page, `document.readyState === "complete"`)
}

// turn does what loads another page, and waits for that.
func (r tab) turn(steps ...chromedp.Action[chromedp.Void]) {
	r.Helper()
	if _, err := chromedp.RunResponse(r.ctx, steps...); err != nil {
		r.Fatal(err)
	}
}

// is fails the test unless something becomes true of the page.
func (r tab) is(what, expression string) {
	r.Helper()
	if !r.becomes(expression) {
		r.Errorf("it is not so that %s", what)
	}
}

// none fails the test for each thing that a script finds wrong with the page.
func (r tab) none(of, script string) {
	r.Helper()
	for _, wrong := range value[[]string](r, script) {
		r.Errorf("%s %s", of, wrong)
	}
}

// tooWide says what is cut off at the side of a page, or lies over what stands below it.
const tooWide = `(() => {
	const wrong = [], width = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth > width) wrong.push("the page scrolls sideways");
	let above;
	for (const e of document.querySelectorAll("header, main > *")) {
		const box = e.getBoundingClientRect();
		if (box.height === 0) continue;
		if (box.right > width + 1) wrong.push("cut off: " + e.textContent.trim().slice(0, 40));
		if (e.localName !== "header" && above && box.top < above.bottom - 1)
			wrong.push("over what is above: " + e.textContent.trim().slice(0, 40));
		if (e.localName !== "header") above = box;
	}
	return wrong;
})()`

// elsewhere lists what a page loaded that is not the site's.
const elsewhere = `performance.getEntriesByType("resource").map((e) => e.name).filter((name) => !name.startsWith(location.origin))`

// TestBrowser reads the book in a browser, as its readers do.
func TestBrowser(t *testing.T) {
	t.Parallel()
	r := openTab(t)
	for _, try := range []struct {
		name string
		read func(r tab)
	}{
		{"search", search},
		{"theme", chooseTheme},
		{"quiz", answerQuiz},
		{"ways", goWays},
		{"sections", goToSections},
		{"keys", useKeys},
		{"small", readSmall},
	} {
		r.try(try.name, try.read)
	}
}

// TestPages opens every page. None says anything to the console, loads anything from elsewhere,
// or at three widths scrolls sideways or has parts that lie over each other. On pages of each
// kind axe-core finds nothing, nor in their colours in the dark.
func TestPages(t *testing.T) {
	t.Parallel()
	r := openTab(t)
	axe, without := os.ReadFile("temml/node_modules/axe-core/axe.min.js")
	for _, p := range build(t).pages {
		r.do(chromedp.EmulateViewport(1440, 900))
		r.read(p.File())
		r.none(p.File()+" loads", elsewhere)
		for _, width := range []int64{1440, 768, 320} {
			r.do(chromedp.EmulateViewport(width, 900))
			r.rest()
			r.none(fmt.Sprintf("%s at %d px:", p.File(), width), tooWide)
		}
		if without == nil && slices.Contains(ofEachKind, p.Name) {
			r.script(string(axe))
			r.none(p.File()+",", looksWrong)
		}
	}
	if without != nil {
		r.Skip("without axe-core no page is looked at: npm ci --prefix docs/internal/site/temml")
	}
}

// ofEachKind are pages of each kind.
var ofEachKind = []string{"index", "03-cross-entropy", "06-learning", "07-language", "sources"}

// looksWrong is what axe-core finds on a page.
const looksWrong = `(async () => {
	const wrong = [];
	for (const [theme, only] of [["light", {}], ["dark", { runOnly: ["color-contrast"] }]]) {
		document.documentElement.dataset.theme = theme;
		const found = await axe.run(document, { resultTypes: ["violations"], ...only });
		for (const v of found.violations)
			for (const n of v.nodes) wrong.push(theme + ", " + v.id + ": " + n.target + ": " + n.failureSummary);
	}
	return wrong;
})()`

const (
	words = `document.querySelector("#search input")`
	hit   = `document.querySelector("#search a")`
)

// search finds terms of all parts of the book, and shows a hit on its page.
func search(r tab) {
	r.read("index.html")
	r.do(chromedp.Click(chromedp.CSS(".search")))
	r.is("a button leads to the search", `document.activeElement === `+words)
	find := func(text string) {
		r.script(words + `.select()`)
		r.script(fmt.Sprintf(`document.execCommand("insertText", false, %q)`, text))
	}
	for _, term := range []string{
		"surprisal", "Huffman", "Kraft", "Gibbs", "BCEWithLogitsLoss", "temperature", "early stopping",
		"perplexity", "Shannon 1951", "distillation", "one-hot", "cross-entropy loss",
	} {
		find(term)
		r.is(term+" is found", fmt.Sprintf(`[...document.querySelectorAll("#search li")].some((e) => e.textContent.toLowerCase().includes(%q))`,
			strings.ToLower(strings.Fields(term)[0])))
	}
	find("entropy")
	r.is("the section that explains a term comes first", hit+`?.textContent.includes("The mean surprisal of a day")`)
	find("lambda")
	r.is("a Greek letter is found by its name", `document.querySelector("#search mark")?.textContent === "λ"`)
	find("Shannon’s")
	r.is("an apostrophe is found as phones write it", `document.querySelector("#search mark")?.textContent === "Shannon's"`)
	r.is("what is found is spoken", `said.textContent.startsWith("Sections found: ")`)
	find("xyzzy")
	r.is("nothing is found", `!`+hit+` && said.textContent.startsWith("Nothing found")`)
	r.is("what was spoken is in the page no more", `said.textContent === ""`)
	find("prefix code")
	r.turn(chromedp.KeyEvent("\r"))
	const marks = `[...CSS.highlights.get("found")]`
	r.is("Enter leads to the first hit", `location.search.startsWith("?find=prefix%20code&at=") && document.querySelector(":target")`)
	r.is("it is marked where it stands", marks+`.some((range) => /^prefix\s+code$/i.test(range) && (({ top }) => top > 0 && top < innerHeight)(range.getBoundingClientRect()))`)
	r.script(`document.querySelector(".pager").scrollIntoView()`)
	r.do(chromedp.Sleep(loading))
	r.turn(chromedp.Reload())
	r.do(chromedp.Sleep(loading))
	r.is("who reloads is not led there again", marks+`.length > 0 && (({ top }) => top > 0 && top < innerHeight)(document.querySelector(".pager").getBoundingClientRect())`)
	r.read("06-learning.html?find=learning+rate&at=all-of-them-pull#all-of-them-pull")
	r.is("words that stand together are found before one of them", marks+`.find((range) => (({ top }) => top > 0 && top < innerHeight)(range.getBoundingClientRect()) && /^learning\s+rate$/i.test(range))`)
	r.read("02-entropy.html?find=kraft&at=exercises#exercises")
	r.is("a hit is one behind its heading", marks+`.length > 0 && `+marks+`.every((range) => document.querySelector("#exercises").compareDocumentPosition(range.startContainer) === 4)`)
}

// chooseTheme stays what was chosen, from page to page.
func chooseTheme(r tab) {
	r.read("index.html")
	background := `getComputedStyle(document.body).backgroundColor`
	r.script(`window.bright = ` + background)
	r.do(chromedp.Focus(chromedp.CSS("#theme")), chromedp.KeyEvent(end))
	r.is("dark is another colour", background+` !== bright`)
	r.read("02-entropy.html")
	r.is("the next page is dark", `document.documentElement.dataset.theme === "dark" && document.querySelector("#theme").value === "dark"`)
}

// answerQuiz asks again at the end what was missed, also when the reader comes back.
func answerQuiz(r tab) {
	r.read("02-entropy.html")
	choose := func(letter string) {
		r.script(fmt.Sprintf(`(() => {
			const quiz = document.querySelector(".quiz:has(input)");
			quiz.querySelector("input[value=" + %s + "]").click();
			quiz.querySelector("button").click();
		})()`, letter))
	}
	const right = `document.querySelector(".quiz:has(input) + details p strong").textContent[0]`
	asked := `document.querySelectorAll(".again li").length`
	choose(`(` + right + ` === "A" ? "B" : "A")`)
	r.is("the answer unfolds", `document.querySelector(".quiz:has(input) + details").open`)
	r.is("it is asked again", asked+` === 1`)
	r.do(chromedp.Reload())
	r.is("it is asked again on another day", asked+` === 1`)
	r.is("its answer is still unfolded", `document.querySelector(".quiz:has(input) + details").open && document.querySelector(".quiz:has(input) input:checked") && !document.querySelector(".quiz:has(input) button").disabled`)
	r.script(`document.querySelector(".quiz input:not(:checked)").click()`)
	r.is("another choice is not judged", `document.querySelector(".quiz:has(input) .verdict").textContent === ""`)
	r.clickOn(`document.querySelector(".again a")`)
	r.is("a link leads back to it, with the answer folded", `document.querySelector(":target + ul + .quiz:has(input) + details:not([open])") && (({ top }) => top >= 0 && top < innerHeight)(document.querySelector(":target").getBoundingClientRect())`)
	r.is("nothing is checked before a choice", `document.querySelector(".quiz:has(input) button").disabled`)
	r.script(`(() => {
		const box = document.querySelector(".quiz textarea");
		box.value = "a guess";
		box.dispatchEvent(new Event("input"));
		document.querySelector(".quiz:has(textarea) + details .judge button:last-of-type").click();
	})()`)
	r.is("a prediction that missed is asked again", asked+` === 2`)
	r.do(chromedp.Reload())
	r.is("it is still there", `document.querySelector(".quiz textarea").value === "a guess" && `+asked+` === 2`)
	const named = `e.ariaLabel`
	r.is("all questions are named", `[...document.querySelectorAll(".quiz textarea, .quiz fieldset, .judge")].every((e) => `+named+`.length > 20)`)
	r.is("a question has the facts that it gives", `[...document.querySelectorAll(".quiz textarea, .quiz fieldset")].some((e) => /perplexity of 8.*What is its entropy/s.test(`+named+`))`)
	r.is("numbers in names are as one reads them", `[...document.querySelectorAll(".quiz :is(textarea, fieldset)")].every((e) => !/[\u{1D400}-\u{1D7FF}\u2061]/u.test(`+named+`))`)
	choose(right)
	r.is("an answer that stands below is not had", asked+` === 2`)
	r.clickOn(`[...document.querySelectorAll(".again li")].find((li) => li.textContent.includes("Choose.")).querySelector("a")`)
	choose(right)
	r.is("the right answer is right", `document.querySelector(".quiz:has(input) .verdict").textContent.startsWith("You had it")`)
	r.is("it is not asked again", asked+` === 1`)
	r.is("that is spoken", `said.textContent.startsWith("You had it")`)
}

// goWays leads through the book by keys, by links with a state, and back.
func goWays(r tab) {
	r.read("03-cross-entropy.html")
	r.do(chromedp.KeyEvent(right))
	r.script(`scrollTo(0, 1e6)`)
	r.turn(chromedp.KeyEvent(right))
	r.is("the next page opens", `location.pathname.endsWith("/04-two-classes.html")`)
	r.turn(chromedp.Evaluate[chromedp.Void]("setTimeout(() => history.back())"))
	r.is("back leads back", `location.pathname.endsWith("/03-cross-entropy.html")`)
	r.script(`scrollTo({ top: 4000, behavior: "instant" }); location.hash = "exercises"`)
	r.rest()
	r.script(`history.back()`)
	r.is("so it does within the page", `scrollY === 4000`)
	r.is("a fraction in a question is heard as one", `[...document.querySelectorAll("textarea")].some((e) => /\b1\s*\/\s*2\s*,\s*1\s*\/\s*4\b/.test(e.ariaLabel))`)
	r.read("03-cross-entropy.html?a#explore-bowl?q=0.3")
	r.is("the explorable has the state of the link", `document.querySelector("#explore-bowl .words")?.textContent.includes("the model says 0.3")`)
	r.is("its figure is folded", `document.querySelector("#explore-bowl details:not([open]) figure")`)
	r.is("it is in view", `document.querySelector("#explore-bowl").getBoundingClientRect().top < innerHeight`)
	r.clickOn(`[...document.querySelectorAll('main a[href*="claims.html#"]')].find((a) => a.checkVisibility())`)
	r.is("a claim is told in place", `document.querySelector("#note:popover-open")?.textContent.includes("go test")`)
	r.script(`note.hidePopover()`)
	hover := func(element string) {
		at := r.place(element, 0.5, 0.5)
		r.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]))
	}
	hover(`document.querySelector("main a.term")`)
	r.is("a mouse over a term brings up its note", `document.querySelector("#note:popover-open .from") && document.activeElement.id !== "note"`)
	hover(`note`)
	r.do(chromedp.Sleep(loading))
	r.is("the note stays while the mouse is over it", `document.querySelector("#note:popover-open")`)
	hover(`document.querySelector("h1")`)
	r.is("and no longer", `!document.querySelector("#note:popover-open")`)
	r.script(`navigator.clipboard.writeText = () => Promise.reject(); document.querySelector(".copy").click()`)
	r.is("a copy that is refused is none", `document.querySelector(".copy").textContent === "Not copied"`)
}

// readSmall reads on a phone, upright and turned, and with large letters on a small one.
func readSmall(r tab) {
	r.do(chromedp.EmulateViewport(320, 568, chromedp.EmulateMobile))
	r.read("02-entropy.html")
	r.script(`scrollTo(0, 9000)`)
	r.rest()
	r.script(`sessionStorage.part = document.elementFromPoint(160, 300).textContent.slice(0, 40)`)
	r.do(chromedp.Reload())
	r.rest()
	r.is("who reloads is where they were", `scrollY > 5000 && document.elementFromPoint(160, 300).textContent.startsWith(sessionStorage.part)`)
	r.do(chromedp.EmulateViewport(568, 320, chromedp.EmulateMobile))
	r.is("a phone that is turned keeps the place", `scrollY > 3000`)
	r.is("what scrolls sideways can be scrolled by keyboard, and says so", `[...main.querySelectorAll("pre, figure, .wide, .formula")].filter((box) => box.scrollWidth > box.clientWidth).every((box) => box.tabIndex === 0 && (box.ariaLabel || box.matches("figure")))`)
	r.read("07-language.html")
	for _, size := range [][2]int64{{568, 130}, {160, 150}} {
		r.do(chromedp.EmulateViewport(size[0], size[1]))
		on := fmt.Sprintf(" on %d × %d", size[0], size[1])
		r.script(`scrollTo(0, 400)`)
		r.is("the bar is out of the way"+on, `document.querySelector("header").getBoundingClientRect().bottom <= 0`)
		r.do(chromedp.KeyEvent("/"))
		r.script(`document.execCommand("insertText", false, "entropy")`)
		r.is("the hits are in sight"+on, `(({ top, bottom }) => top >= 0 && bottom > innerHeight - 16 && bottom <= innerHeight)(document.querySelector("#search:has(a)")?.getBoundingClientRect() ?? {})`)
		r.script(`document.querySelector("#search").hidePopover(); var edge = document.querySelector("main p a"); edge.blur(); scrollBy(0, edge.getBoundingClientRect().bottom - innerHeight); edge.focus()`)
		r.is("a ring at the edge is whole"+on, `edge.getBoundingClientRect().bottom <= innerHeight - 5`)
	}
	r.do(chromedp.EmulateViewport(568, 320))
	r.script(`var claim = [...document.querySelectorAll('main a[href*="claims.html#"]')].find((a) => a.checkVisibility()); claim.scrollIntoView({ block: "center" })`)
	r.is("what is near is drawn", `[...document.querySelectorAll(".explorable")].every((e) => e.dataset.ready || (({ top, bottom }) => bottom < -300 || top > innerHeight + 300)(e.getBoundingClientRect()))`)
	for _, block := range []string{"start", "center", "end"} {
		r.script(fmt.Sprintf(`note.hidePopover(); claim.scrollIntoView({ block: %q }); claim.click()`, block))
		r.is("a note has the room that there is beside its link, at the "+block, `((note, link) => note.top >= 0 && note.bottom <= innerHeight && note.left >= 0 && note.right <= innerWidth && note.height > 100 && (note.bottom <= link.top || note.top >= link.bottom))(document.querySelector("#note:focus")?.getBoundingClientRect() ?? {}, claim.getBoundingClientRect())`)
	}
	r.do(chromedp.EmulateViewport(400, 700))
	r.is("a note closes where a phone is turned", `!document.querySelector("#note:popover-open")`)
	r.do(chromedp.Focus(chromedp.CSS(".menu")), chromedp.KeyEvent("\r"), chromedp.KeyEvent("\t"))
	r.is("a button opens the contents", `document.activeElement.matches("#contents a") && document.activeElement.checkVisibility()`)
	r.script(`document.querySelector("main a").focus()`)
	r.is("they close behind who leaves them", `!document.querySelector("#sections").checkVisibility()`)
	r.do(chromedp.EmulateViewport(1440, 900))
}

// goToSections follows the contents of a page, which lead to its sections also where
// explorables are made on the way.
func goToSections(r tab) {
	for _, width := range []int64{1440, 420} {
		r.do(chromedp.EmulateViewport(width, 900))
		r.read("03-cross-entropy.html")
		r.none(fmt.Sprintf("%d px:", width), `(async () => {
			const missed = [];
			for (const a of [...document.querySelectorAll("#sections a")].reverse()) {
				a.click();
				for (let still = 0, y, tries = 0; still < 10 && tries < 200; y = scrollY, tries++) {
					await new Promise(requestAnimationFrame);
					const near = [...document.querySelectorAll(".explorable")].filter((e) => {
						const { top, bottom } = e.getBoundingClientRect();
						return bottom > -300 && top < innerHeight + 300;
					});
					still = scrollY === y && near.every((e) => e.dataset.ready) ? still + 1 : 0;
				}
				const { top } = document.getElementById(a.hash.slice(1)).getBoundingClientRect();
				const end = scrollY + innerHeight > document.documentElement.scrollHeight - 2;
				if (top < 0 || top > 100 && !end) missed.push(a.textContent + " is at " + top);
			}
			return missed;
		})()`)
	}
	r.do(chromedp.EmulateViewport(1440, 900))
}
