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
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A shop has a browser, and an address where it finds a page with explorables alone.
type shop struct {
	browser context.Context
	address string
}

// openShop starts the browser for a test and what is in it.
func openShop(t *testing.T) shop {
	t.Helper()
	return shop{startBrowser(t), serve(t)}
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
		chromedp.DisableGPU)...)
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

// startBrowser is the browser for a test. Without one the test is skipped.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	browser, err := browsers()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("without Chromium no page is tried: apt-get install chromium-headless-shell")
	}
	if err != nil {
		t.Fatal(err)
	}
	return browser
}

// served is the site, made once, with a page more for each explorable.
var served = sync.OnceValues(func() (fstest.MapFS, error) {
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
	all := fstest.MapFS{}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: text}
	}
	return all, nil
})

// serve serves the site to a browser, and returns its address.
func serve(t *testing.T) string {
	t.Helper()
	files, err := served()
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.FileServerFS(files))
	t.Cleanup(server.Close)
	return server.URL
}

// benchPage is a page of an explorable and nothing else.
const benchPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>%[1]s</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'">
<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"><link rel="stylesheet" href="explore.css">
<script defer src="make.js"></script><script defer src="info.js"></script><script defer src="state.js"></script><script defer src="stage.js"></script><script defer src="words.js"></script><script defer src="explore.js"></script>
<script defer src="explore/%[1]s.js"></script>
<div class="columns"><main>
<section class="explorable" data-explore="%[1]s" id="explore-%[1]s"><p class="still">A figure.</p></section>
`

// A bench is an explorable on its page.
type bench struct {
	*testing.T
	ctx  context.Context
	name string
}

// open opens an explorable alone, with its state where query is not empty.
func (s shop) open(t *testing.T, name, query string) bench {
	t.Helper()
	return s.openOn(t, name, name, query)
}

// openOn opens an explorable on a page. The test fails if that has anything to tell the
// console.
func (s shop) openOn(t *testing.T, page, name, query string) bench {
	t.Helper()
	ctx, stop := chromedp.NewContext(s.browser)
	t.Cleanup(stop)
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	b := bench{t, ctx, name}
	b.do(chromedp.EmulateViewport(768, 1000))
	b.listen()
	if query != "" {
		query = "?" + query
	}
	b.do(chromedp.Navigate(s.address+"/"+page+".html#explore-"+name+query),
		chromedp.WaitVisible(chromedp.CSS(b.at(".words:not(:empty)"))))
	b.rest()
	b.do(chromedp.Evaluate[chromedp.Void](`(() => {
		const frame = requestAnimationFrame;
		window.took = [];
		window.requestAnimationFrame = (f) => frame((now) => {
			const start = performance.now();
			f(now);
			took.push(performance.now() - start);
		});
	})()`))
	return b
}

// listen fails the test if the page has anything to tell the console.
func (b bench) listen() {
	messages := chromedp.Console(b.ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			b.Errorf("%s: the console says %s", b.name, m.Text)
		}
	}()
}

// isQuick says how long half of the changes took to draw, at most: a frame lasts 16 ms. On a
// machine that does much else it takes longer, which is no fault of the page.
func (b bench) isQuick() {
	b.Helper()
	took, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]float64]("took.filter((ms) => ms > 0.2).sort((a, b) => a - b)"))
	if err != nil {
		b.Fatal(err)
	}
	if len(took) == 0 {
		b.Fatalf("%s: nothing was drawn", b.name)
	}
	b.Logf("%s: half of %d frames took %.1f ms or less", b.name, len(took), took[len(took)/2])
}

// at is a selector of something in the explorable.
func (b bench) at(selector string) string {
	return fmt.Sprintf("[data-explore=%q] %s", b.name, selector)
}

func (b bench) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// rest waits until the page has drawn.
func (b bench) rest() {
	b.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](
		"new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", chromedp.EvalAwaitPromise))
}

// press types keys into a control, or at it; click clicks on it.
func (b bench) press(selector, keys string) {
	b.Helper()
	b.do(chromedp.Focus(chromedp.CSS(b.at(selector))), chromedp.KeyEvent(keys))
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
		b.do(chromedp.Evaluate[chromedp.Void](find+".focus()"), chromedp.KeyEvent(" "))
	} else {
		b.clickOn(find)
	}
	b.rest()
}

func (b bench) clickOn(element string) {
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

// swipe moves a finger over an element by so many pixels, from its middle.
func (b bench) swipe(selector string, dx, dy float64) {
	b.Helper()
	at := b.place(fmt.Sprintf("document.querySelector(%q)", b.at(selector)), 0.5, 0.5)
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
			return err
		}))
	}
	touch("touchStart", &input.TouchPoint{X: at[0], Y: at[1]})
	for part := 0.1; part < 1.05; part += 0.1 {
		touch("touchMove", &input.TouchPoint{X: at[0] + part*dx, Y: at[1] + part*dy})
	}
	touch("touchEnd")
	b.rest()
}

// place scrolls to an element, waits until it stands still, and says where in the window a
// place of it is.
func (b bench) place(element string, x, y float64) []float64 {
	b.Helper()
	at, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]float64](fmt.Sprintf(`(async () => {
		const e = %s;
		for (let still = 0, top; still < 5; top = e.getBoundingClientRect().top) {
			e.scrollIntoView({ block: "center", behavior: "instant" });
			await new Promise(requestAnimationFrame);
			still = e.getBoundingClientRect().top === top ? still + 1 : 0;
		}
		const box = e.getBoundingClientRect();
		return [box.left + %g * box.width, box.top + %g * box.height];
	})()`, element, x, y), chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	return at
}

// text is the text of an element.
func (b bench) text(selector string) string {
	b.Helper()
	text, err := chromedp.Run(b.ctx, chromedp.TextContent(chromedp.CSS(b.at(selector))))
	if err != nil {
		b.Fatal(err)
	}
	return strings.ReplaceAll(text, "\u00a0", " ")
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

// speaks fails the test unless all that is wanted comes to be spoken.
func (b bench) speaks(want ...string) {
	b.Helper()
	for _, w := range want {
		found, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](fmt.Sprintf(`(async () => {
			const live = document.querySelector(%q), said = () => live.textContent.replaceAll("\u00a0", " ").includes(%q);
			for (let tries = 0; !said() && tries < 100; tries++) await new Promise((done) => setTimeout(done, 50));
			return said();
		})()`, b.at("[role=status]"), w), chromedp.EvalAwaitPromise))
		if err != nil || !found {
			b.Errorf("%s: %q is spoken, want %q (%v)", b.name, b.text("[role=status]"), w, err)
		}
	}
}

// isAt fails the test unless the state comes to stand in the address as is wanted, and what
// the explorable says has been spoken by then.
func (b bench) isAt(want string) {
	b.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](fmt.Sprintf(`(async () => {
		const text = (e) => document.querySelector(%[2]q + e).textContent;
		const said = () => (text(".words") + text(".more")).includes(text("[role=status]") || "-");
		for (let tries = 0; (location.hash !== %[1]q || !said()) && tries < 100; tries++) await new Promise((done) => setTimeout(done, 50));
		return said() ? location.hash : text("[role=status]");
	})()`, "#explore-"+b.name+want, b.at("")), chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	if got != "#explore-"+b.name+want {
		b.Errorf("%s: the address is %q, want %q", b.name, got, want)
	}
}

const (
	left, right = kb.ArrowLeft, kb.ArrowRight
	home, end   = kb.Home, kb.End
)
