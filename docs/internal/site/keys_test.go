package site

import (
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// useKeys reads notes and searches with the keyboard alone.
func useKeys(r tab) {
	press := func(keys ...string) {
		r.Helper()
		for _, key := range keys {
			r.do(chromedp.KeyEvent(key), chromedp.Sleep(50*time.Millisecond))
		}
	}
	r.do(chromedp.EmulateViewport(1440, 900))
	r.read("03-cross-entropy.html")
	r.script(`
		var link = document.querySelector("main p a.term");
		link.focus();
		var top0 = scrollY;
	`)
	press("\r")
	r.is("Enter leads into the note", `document.activeElement.id === "note"`)
	r.script(`scrollTo(0, 0)`)
	press(left)
	r.is("its keys turn no page", `note.matches(":focus") && location.pathname.endsWith("/03-cross-entropy.html")`)
	r.script(`scrollTo(0, top0)`)
	press(kb.PageDown, kb.ArrowDown, kb.ArrowDown)
	r.is("the page stays behind it", `scrollY === top0`)
	press(kb.Escape)
	r.is("Escape leads back to the link", `document.activeElement === link && !document.querySelector("#note:popover-open")`)
	press("\r")
	r.is("the note comes up again", `document.activeElement.id === "note"`)
	press("/", right, kb.Escape, kb.Escape)
	r.is("Escape leads back from the search, too", `document.activeElement === link`)
	press("\r")
	r.is("the note comes up once more", `document.activeElement.id === "note"`)
	r.script(`document.querySelector("#note > button").focus()`)
	press("\t")
	r.is("Tab leads on from the link", `!document.querySelector("#note:popover-open") && link.compareDocumentPosition(document.activeElement) === 4`)

	r.script(`[...document.querySelectorAll("main a.term")].find((a) => notes[a.pathname.split("/").pop() + a.hash]?.includes("claims.html#")).click()`)
	r.is("a note has a claim", `note.matches(":focus") && note.querySelector('.from ~ * a[href*="claims.html#"]')`)
	r.script(`note.querySelector('.from ~ * a[href*="claims.html#"]').click()`)
	r.is("it is told in the place of the note", `note.matches(":focus") && note.querySelector('.from a[href*="claims.html#"]')`)
	press(kb.Escape)
	r.script(`link.focus(); scrollBy(0, 2000)`)
	press("\r")
	r.is("a note on what was scrolled past is in sight", `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.activeElement.closest("#note")?.getBoundingClientRect() ?? {})`)
	press(kb.Escape)
	r.script(`scrollTo({ top: document.querySelector("#exercises").offsetTop, behavior: "instant" })`)
	r.rest()
	r.do(chromedp.Reload())
	r.rest()
	press("\t")
	r.is("Tab leads on from what is read after a reload, too", `scrollY > 5000 && document.activeElement.getBoundingClientRect().top > 0 && document.activeElement.closest("main")`)

	r.script(`link = document.querySelector("main p a.term"); link.focus()`)
	press("/")
	r.script(`document.activeElement.select(); document.execCommand("insertText", false, "xyzzy")`)
	r.is("nothing is found here", `!`+hit)
	press("\t")
	r.is("who Tabs on from the search does so in the text", `!document.querySelector("#search:popover-open") && link.compareDocumentPosition(document.activeElement) === 4`)
	r.script(`scrollTo({ top: 3000, behavior: "instant" }); theme.focus()`)
	r.rest()
	r.is("the bar leaves the text where it is", `scrollY === 3000`)

	r.read("03-cross-entropy.html?b#exercises")
	r.rest()
	press("\t")
	r.is("Tab leads on from where a link leads", `document.activeElement === document.querySelector("#exercises ~ .quiz textarea")`)
	press("a", "/", right)
	r.is("keys are typed in a field", `document.activeElement.value === "a/"`)
	r.script(`document.activeElement.blur(); getSelection().selectAllChildren(main)`)
	press(right)
	r.script(`getSelection().empty(); document.querySelector("#explore-bowl input").focus()`)
	press("/")
	r.is("/ leads away from a slider", `document.activeElement === `+words)
	press(kb.Escape, kb.Escape)
	r.do(chromedp.EmulateViewport(320, 568))
	r.script(`document.querySelector("#explore-cost").scrollIntoView()`)
	r.is("it is drawn", `document.querySelector("#explore-cost[data-ready] .words:not(:empty)")`)
	r.rest()
	r.script(`document.querySelector("#explore-cost [name='q.0']").focus()`)
	const inSight = `(({ top, bottom }) => top >= document.querySelector("header").getBoundingClientRect().bottom && bottom <= document.activeElement.getBoundingClientRect().top + 1)(document.querySelector("#explore-cost .words").getBoundingClientRect())`
	r.is("the words of an explorable are in sight of its controls", inSight)
	r.do(chromedp.EmulateViewport(640, 400))
	r.script(`document.activeElement.blur(); document.querySelector("#explore-cost [name='q.3']").focus()`)
	r.is("so they are on a low screen", inSight)
	r.do(chromedp.EmulateViewport(1440, 900))

	r.script(`var summary = document.querySelector("summary"); summary.focus(); top0 = scrollY`)
	press(right, "/")
	r.script(words + `.value = ""`) // where chromedp types the key as well
	press("k", "r", "a")
	r.is("the page stays where it is", `location.pathname.endsWith("/03-cross-entropy.html") && scrollY === top0`)
	r.is("something is found", hit)
	press("\t")
	r.is("Tab leads to the hits", `document.activeElement === `+hit)
	press(kb.Escape)
	r.is("Escape leads back", `document.activeElement === summary && scrollY === top0`)
}
