package site

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A tab of a browser shows pages of the site, one after the other.
type tab struct {
	*testing.T
	ctx     context.Context
	address string
}

// openTab opens a tab. The test fails if a page in it has anything to tell the console, where a
// request that the policy forbids would be told too. Without a browser it is skipped.
func openTab(t *testing.T) tab {
	t.Helper()
	browser, err := browsers()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("without Chromium no page is tried: apt-get install chromium-headless-shell")
	}
	if err != nil {
		t.Fatal(err)
	}
	address, err := served()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := chromedp.NewContext(browser)
	t.Cleanup(stop)
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	b := tab{t, ctx, address}
	b.do(chromedp.EmulateViewport(768, 1000),
		// of what no test asks, pages need not report
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			return errors.Join(t.Call(ctx, css.Disable.Method, nil, nil), t.Call(ctx, network.Disable.Method, nil, nil))
		}))
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			b.Errorf("%s: the console says %s", m.URL, m.Text)
		}
	}()
	return b
}

// try is a part of the test.
func (b tab) try(name string, part func(b tab)) {
	b.Run(name, func(t *testing.T) {
		b.T = t
		part(b)
	})
}

// browsers has the browser that all tests share, each with tabs of its own.
var browsers = sync.OnceValues(func() (context.Context, error) {
	var chromium string
	var err error
	for _, name := range []string{"chromium-headless-shell", "chromium"} {
		if chromium, err = exec.LookPath(name); err == nil {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), append(
		chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("js-flags", "--wasm-lazy-validation"),
		chromedp.Flag("force-gpu-mem-available-mb", "4"))...) // what no test sees need not be painted
	browser, stop := chromedp.NewContext(allocator)
	closeBrowser = func() { stop(); cancel() }
	return browser, chromedp.Do(browser)
})

var closeBrowser = func() {}

func TestMain(m *testing.M) {
	flag.Parse()
	flag.Set("test.parallel", "4") // as pages mostly wait for the next frame
	status := m.Run()
	closeBrowser()
	os.Exit(status)
}

// allFiles are those of the site, made once, with a page more for each explorable.
var allFiles = sync.OnceValues(func() (map[string][]byte, error) {
	// go test tries a page again where a file has changed that it looked at
	if err := filepath.WalkDir("wasm", func(file string, _ os.DirEntry, err error) error {
		_, _ = os.Stat(file)
		return err
	}); err != nil {
		return nil, err
	}
	root, err := filepath.Abs("../../..")
	if err != nil {
		return nil, err
	}
	files, err := makeFiles(context.Background(), root)
	if err != nil {
		return nil, err
	}
	for _, p := range places {
		files[p.Name+".html"] = fmt.Appendf(nil, benchPage, p.Name)
	}
	return files, nil
})

// served is the address where a browser finds them. They are old, so that it keeps what it
// has loaded.
var served = sync.OnceValues(func() (string, error) {
	files, err := allFiles()
	if err != nil {
		return "", err
	}
	site := fstest.MapFS{}
	for name, text := range files {
		site[name] = &fstest.MapFile{Data: text, ModTime: time.Unix(1e9, 0)}
	}
	return httptest.NewServer(http.FileServerFS(site)).URL, nil
})

// benchPage is a page of an explorable and nothing else.
const benchPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>%[1]s</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'">
<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"><link rel="stylesheet" href="explore.css">
<script src="shared.js"></script><script defer src="info.js"></script><script defer src="stage.js"></script><script defer src="words.js"></script><script defer src="explore.js"></script>
<script defer src="explore/%[1]s.js"></script>
<div class="columns"><main>
<section class="explorable" data-explore="%[1]s" id="explore-%[1]s"><p class="still">A figure.</p></section>
`

// A bench is an explorable on its page.
type bench struct {
	tab
	name string
}

// open opens an explorable alone, with its state where query is not empty.
func (b tab) open(name, query string) bench {
	b.Helper()
	return b.openOn(name, name, query)
}

// openOn opens an explorable on a page. Its state stands before the # as well: the same page
// with another would not be loaded anew.
func (b tab) openOn(page, name, query string) bench {
	b.Helper()
	if query != "" {
		query = "?" + query
	}
	at := bench{b, name}
	b.do(chromedp.Navigate(b.address + "/" + page + ".html" + query + "#explore-" + name + query))
	b.is(name+" is drawn", fmt.Sprintf("document.querySelector(%q)?.checkVisibility()", at.at(".words:not(:empty)")))
	b.rest()
	b.script(`(() => {
		const frame = requestAnimationFrame;
		window.took = [];
		window.requestAnimationFrame = (f) => frame((now) => {
			const start = performance.now();
			f(now);
			took.push(performance.now() - start);
		});
	})()`)
	return at
}

// follow follows a link on the page to another state of the explorable.
func (b bench) follow(query string) bench {
	b.Helper()
	b.script(fmt.Sprintf("location.hash = %q", "explore-"+b.name+"?"+query))
	b.rest()
	return b
}

// isQuick says how long half of the changes took to draw, at most: a frame lasts 16 ms. On a
// machine that does much else it takes longer, which is no fault of the page.
func (b bench) isQuick() {
	b.Helper()
	took := value[[]float64](b.tab, "took.filter((ms) => ms > 0.2).sort((a, b) => a - b)")
	if len(took) == 0 {
		b.Fatalf("%s: nothing was drawn", b.name)
	}
	b.Logf("%s: half of %d frames took %.1f ms or less", b.name, len(took), took[len(took)/2])
}

// at is a selector of something in the explorable.
func (b bench) at(selector string) string {
	return fmt.Sprintf("[data-explore=%q] %s", b.name, selector)
}

func (b tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// becomes reports whether something becomes true of the page.
func (b tab) becomes(expression string) bool {
	b.Helper()
	return value[bool](b, fmt.Sprintf(`(async () => {
		for (let tries = 0; tries < 400; tries++) {
			if (%s) return true;
			await new Promise((done) => setTimeout(done, 25));
		}
		return false;
	})()`, expression))
}

// value is what an expression is on the page of a tab, or what it promises.
func value[T any](b tab, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return v
}

// script runs a script on the page.
func (b tab) script(script string) {
	b.Helper()
	value[chromedp.Void](b, script)
}

// rest waits until the page has drawn.
func (b tab) rest() {
	b.Helper()
	b.script("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
}

// press types keys into a control, or at it; click clicks on it.
func (b bench) press(selector, keys string) {
	b.Helper()
	b.script(fmt.Sprintf("document.querySelector(%q).focus()", b.at(selector)))
	b.do(chromedp.KeyEvent(keys))
	b.rest()
}

func (b bench) click(selector string) {
	b.Helper()
	b.clickOn(fmt.Sprintf("document.querySelector(%q)", b.at(selector)))
}

// button presses the button of that label, with the mouse or with the space bar.
func (b bench) button(label string, byKey bool) {
	b.Helper()
	find := fmt.Sprintf("[...document.querySelectorAll(%q)].find((e) => e.textContent === %q)", b.at("button"), label)
	if byKey {
		b.script(find + ".focus()")
		b.do(chromedp.KeyEvent(" "))
	} else {
		b.clickOn(find)
	}
	b.rest()
}

func (b tab) clickOn(element string) {
	b.Helper()
	at := b.place(element, 0.5, 0.5)
	b.do(chromedp.MouseClickXY(at[0], at[1]))
	b.rest()
}

// drag moves the pointer, held down, between two places of a stage, each a share of its
// width and of its height.
func (b bench) drag(stage int, x0, y0, x1, y1 float64) {
	b.Helper()
	find := fmt.Sprintf("document.querySelectorAll(%q)[%d]", b.at("svg"), stage)
	from, to := b.place(find, x0, y0), b.place(find, x1, y1)
	b.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, from[0], from[1], chromedp.ButtonLeft),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, to[0], to[1], chromedp.ButtonLeft),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, to[0], to[1], chromedp.ButtonLeft))
	b.rest()
}

// swipe moves a finger over an element by so many pixels, from its middle; others are put down
// beside it as it goes.
func (b bench) swipe(selector string, dx, dy float64, others ...float64) {
	b.Helper()
	at := b.place(fmt.Sprintf("document.querySelector(%q)", b.at(selector)), 0.5, 0.5)
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
			return err
		}))
	}
	finger := &input.TouchPoint{X: at[0], Y: at[1]}
	fingers := []*input.TouchPoint{finger}
	touch("touchStart", fingers...)
	for range 10 {
		finger.X += dx / 10
		finger.Y += dy / 10
		touch("touchMove", fingers...)
		for _, beside := range others {
			fingers = append(fingers, &input.TouchPoint{X: at[0] + beside, Y: at[1]})
			touch("touchStart", fingers...)
		}
		others = nil
	}
	touch("touchEnd")
	b.rest()
}

// place scrolls to an element, waits until it stands still, and says where in the window a
// place of it is.
func (b tab) place(element string, x, y float64) []float64 {
	b.Helper()
	return value[[]float64](b, fmt.Sprintf(`(async () => {
		const e = %s;
		for (let still = 0, top; still < 5; top = e.getBoundingClientRect().top) {
			e.scrollIntoView({ block: "center", behavior: "instant" });
			await new Promise(requestAnimationFrame);
			still = e.getBoundingClientRect().top === top ? still + 1 : 0;
		}
		const box = e.getBoundingClientRect();
		return [box.left + %g * box.width, box.top + %g * box.height];
	})()`, element, x, y))
}

// text is the text of an element.
func (b bench) text(selector string) string {
	b.Helper()
	return value[string](b.tab, b.textOf(selector))
}

func (b bench) textOf(selector string) string {
	return fmt.Sprintf(`document.querySelector(%q).textContent.replaceAll("\u00a0", " ")`, b.at(selector))
}

// words is all that the explorable says.
func (b bench) words() string {
	b.Helper()
	return b.text(".words") + b.text(".more")
}

// says fails the test unless all that is wanted is in the words of the explorable.
func (b bench) says(want ...string) {
	b.Helper()
	got := b.words()
	for _, w := range want {
		if !strings.Contains(got, w) {
			b.Errorf("%s: %q, want %q", b.name, got, w)
		}
	}
}

// waits waits until the explorable says what is wanted.
func (b bench) waits(want ...string) {
	b.Helper()
	for _, w := range want {
		b.becomes(b.has(".words", w) + "||" + b.has(".more", w))
	}
	b.says(want...)
}

// speaks fails the test unless all that is wanted comes to be spoken.
func (b bench) speaks(want ...string) {
	b.Helper()
	for _, w := range want {
		if !b.becomes(b.has("[role=status]", w)) {
			b.Errorf("%s: %q is spoken, want %q", b.name, b.text("[role=status]"), w)
		}
	}
}

// has is whether the text of an element has words in it.
func (b bench) has(selector, words string) string {
	return fmt.Sprintf("%s.includes(%q)", b.textOf(selector), words)
}

// isAt fails the test unless the state comes to stand in the address as is wanted, and what
// the explorable says has been spoken by then.
func (b bench) isAt(want string) {
	b.Helper()
	want = "#explore-" + b.name + want
	if !b.becomes(fmt.Sprintf(`location.hash === %q && ((text) =>
		(text(".words") + text(".more")).includes(text("[role=status]") || "-"))((e) => document.querySelector(%q + e).textContent)`,
		want, b.at(""))) {
		b.Errorf("%s: the address is %q, want %q; spoken is %q",
			b.name, value[string](b.tab, "location.hash"), want, b.text("[role=status]"))
	}
}

const (
	left, right = kb.ArrowLeft, kb.ArrowRight
	home, end   = kb.Home, kb.End
)
