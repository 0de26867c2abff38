package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/font/gofont/goregular"

	"crossentropy/plots/internal/format"
)

// wrongUses are arguments, with the status and the start of the line that
// answers them. No folder can be made where this source file stands.
var wrongUses = []struct {
	args   string
	status int
	says   string
}{
	{"-frmat svg", 2, "flag provided but not defined: -frmat"},
	{"-p", 2, "flag needs an argument: -p"},
	{"-p 0.5,x", 1, `-p: number 2 = "x" is not a number`},
	{"-p 0.5,0.6", 1, "-p: the numbers sum to 1.1, want 1"},
	{"-list=maybe", 1, `invalid boolean value "maybe" for -list: want true or false`},
	{"-title=foo", 1, `invalid boolean value "foo" for -title: want true or false`},
	{"-format svg,bmp", 1, `invalid value "svg,bmp" for flag -format: no format "bmp"`},
	{"-dpi 0", 1, `invalid value "0" for flag -dpi: want a whole number from 36 to 2400`},
	{"-theme sepia", 1, `invalid value "sepia" for flag -theme: want light, dark or auto`},
	{"-width 0", 1, `invalid value "0" for flag -width: want a length with its unit, as in 84mm`},
	{
		"-width 0mm", 1,
		`invalid value "0mm" for flag -width: labels would be smaller than 6 pt; 55mm is the least`,
	},
	{"-height 10mm", 1, `invalid value "10mm" for flag -height: want 20mm to 1000mm`},
	{"-only bowl -height 25mm", 1, `bowl: too low, no room for the chart: 45mm is the least`},
	{"-only digits -base e", 2, "figure digits does not listen to -base, as its unit is fixed or it has none; these do: surprisal, years, binary-entropy, simplex, "},
	{"-base 10", 1, `invalid value "10" for flag -base: want 2 or e`},
	{"-width -84mm", 1, `invalid value "-84mm" for flag -width: labels would be`},
	{"-width NaNmm", 1, `invalid value "NaNmm" for flag -width: want a length`},
	{"-width 40in", 1, `invalid value "40in" for flag -width: 1000mm is the most`},
	{"-only bowl -format png -dpi 2400 -width 500mm", 1, "bowl: -dpi 2400: more than 100 million"},
	{"-out -", 1, "-out -: want one figure in one format, have "},
	{"-out - -only bowl -format svg,pdf", 1, "-out -: want one figure in one format, have 1 figure in 2"},
	{"-symbols a,,c,d", 1, `invalid value "a,,c,d" for flag -symbols: name 2 is empty`},
	{"-symbols a,b,c", 1, "-symbols has 3 names, the diary has 4 outcomes"},
	{"-counts 2,1 -symbols a,b,c", 1, "-symbols has 3 names, -counts has 2 outcomes"},
	{"-p 1 -symbols a,b", 1, "-symbols has 2 names, -p has 1 outcome"},
	{"cost", 2, `unexpected argument "cost"`},
	{"-only=", 2, "-only names no figure: -list prints their names"},
	{"-only descent -p 0.5,0.5", 2, "figure descent does not listen to -p; these do: years, binary-entropy, "},
	{"-only years -p 0.5,0.5", 1, "years: all outcomes of p tell the same, 1 bit, want some to tell more"},
	{"-only simplex -p 0.7,0.3", 1, "simplex: p has 2 outcomes, want 3"},
	{"-only bowl -p 0.7,0.2,0.1", 1, "bowl: p has 3 outcomes, want 2, heads and tails"},
	{"-only code-tree -p 0,1", 1, "code-tree: p has 1 outcome that can happen, want at least 2"},
	{"-only plug-in -p 0,1", 1, "plug-in: p has 1 outcome that can happen, want at least 2"},
	{
		"-only code-tree -counts 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", 1,
		"code-tree: p has 17 outcomes, want at most 16",
	},
	{
		"-only code-tree -counts 64,32,16,8,4,2,1", 1,
		"code-tree: a codeword has 6 digits, want at most 5",
	},
	{
		"-only two-texts -p 0.5,0,0.5 -q 0.5,0.25,0.25", 1,
		"two-texts: p gives outcome 2 probability 0, q gives it 0.25: the cost is infinite",
	},
	{"-only cost,temperature -p 0.5,0.5 -model-counts 1,2", 2, "figure temperature does not listen to -model-counts"},
	{"-p 0.5,0.5 -counts 1,1", 2, "-p and -counts give the same, want one of them"},
	{"-count words", 2, "-count words: want words, letters or bytes, and a file after it"},
	{"-count words nowhere.txt", 1, "-count words: open nowhere.txt: no such file or directory"},
	{"-counts 1,-1", 1, "-counts: number 2 = -1 is negative"},
	{"-p 3,2,1", 1, "-p: the numbers sum to 6, want 1; counts go after -counts"},
	{"-symbols a,**,c,d", 1, `invalid value "a,**,c,d" for flag -symbols: name 2 is empty`},
	{"-only bowl,cst", 1, `-only: no figure "cst"; -list lists them`},
	{"-q 0.5,0.3,0.2", 1, "-q has 3 outcomes, the diary has 4"},
	{"-only cost -model-counts 1,2,3", 1, "-model-counts has 3 outcomes, the diary has 4"},
	{"-p 0.5,0.5 -q 0.5,0.3,0.2", 1, "-q has 3 outcomes, -p has 2"},
	{"-only bowl -font main.go", 1, `invalid value "main.go" for flag -font: main.go is no font`},
	{
		"-only cost -p 1/2,1/2 -symbols A∪B,東∪ -format svg,pdf", 1,
		`cost: no font has '∪' (U+222A, in "A∪B"), '東' (U+6771, in "東∪"): name one with -font`,
	},
	{
		"-only cost -p 1/2,1/2 -symbols q\u0308,b -format png", 1,
		"cost: '\u0308' (U+0308, in \"q\u0308\") changes with its neighbours: only svg",
	},
	{"-only cost -p 1/2,1/2 -symbols שמש,b -text paths", 1, "cost: 'ש' (U+05E9, in \"שמש\"), 'מ' (U+05DE, in \"שמש\") change with"},
	{"-only bowl -text path", 1, `invalid value "path" for flag -text: want text or paths`},
	{"-only bowl -text paths -format png,eps", 1, "-text paths is for svg and pdf, and"},
	{"-only bowl -font a,b,c,d,e", 1, `invalid value "a,b,c,d,e" for flag -font: want at most a regular`},
	{"-out main.go", 1, "-out main.go"},
	{"-out main.go/in", 1, "-out main.go/in"},
	{
		"-only code-lengths -p 0.5,0.3,0.2 -width 84mm -height 40mm -symbols " + threeWords, 1,
		"code-lengths: too low, no room for the chart: 62mm is the least",
	},
	{
		"-only cost -p 0.5,0.25,0.25 -q 0.5,0,0.5", 1,
		"cost: q gives outcome 2 probability 0, p gives it 0.25: the cost is infinite",
	},
}

// call runs the command.
func call(args ...string) (status int, stdout, stderr string) {
	var out, errs strings.Builder
	status = run(args, &out, &errs)
	return status, out.String(), errs.String()
}

// drawn runs the command and returns the files it has written, by name.
func drawn(t *testing.T, args ...string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	if status, _, stderr := call(append(args, "-out", dir)...); status != 0 {
		t.Fatalf("%v: status %d, %s", args, status, stderr)
	}
	return contents(t, dir)
}

// contents returns what the files of a folder hold, by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	files := map[string]string{}
	for _, path := range paths {
		var data []byte
		if err == nil {
			data, err = os.ReadFile(path)
		}
		files[filepath.Base(path)] = string(data)
	}
	hidden, _ := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(hidden) > 0 {
		t.Fatalf("temporary files %q, error %v", hidden, err)
	}
	return files
}

// written returns the path of a file that holds data.
func written(t *testing.T, name, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRunRefuses(t *testing.T) {
	for _, tt := range wrongUses {
		dir := t.TempDir()
		status, stdout, got := call(append([]string{"-out", dir}, strings.Fields(tt.args)...)...)
		if status != tt.status || !strings.HasPrefix(got, "plots: "+tt.says) {
			t.Errorf("%s: status %d, %q, want %d, %q", tt.args, status, got, tt.status, tt.says)
		}
		if strings.Count(got, "\n") != 1 || !strings.HasSuffix(got, "\n") {
			t.Errorf("%s: %q is not one line", tt.args, got)
		}
		if files := contents(t, dir); stdout != "" || len(files) > 0 {
			t.Errorf("%s: printed %q, wrote %v", tt.args, stdout, files)
		}
	}
}

// TestAFigureThatCannotBeDrawnLeavesTheOthers counts the files that are written besides.
func TestAFigureThatCannotBeDrawnLeavesTheOthers(t *testing.T) {
	for _, tt := range []struct {
		args, says string
		files      int
	}{
		{"-p 1/3,2/3 -q 1,0", "cost, two-texts: q gives outcome 2", 9},
		{"-p 1/3,2/3 -symbols A∪B,C -format svg,pdf", "code-lengths, code-tree, cost, temperature: no", 14},
	} {
		dir := t.TempDir()
		status, _, got := call(append([]string{"-out", dir}, strings.Fields(tt.args)...)...)
		files := contents(t, dir)
		if status != 1 || len(files) != tt.files || !strings.HasPrefix(got, "plots: "+tt.says) {
			t.Errorf("%s: status %d, %d files, want 1, %d: %s", tt.args, status, len(files), tt.files, got)
		}
	}
}

func TestAnUnknownNameIsUnknownAnywhere(t *testing.T) {
	t.Chdir(t.TempDir())
	const want = "plots: -only: no figure \"nope\"; -list lists them\n"
	if status, _, got := call("-only", "nope"); status != 1 || got != want {
		t.Errorf("status %d, %q, want 1, %q", status, got, want)
	}
}

func TestAFileThatCannotBeReplacedLeavesNoOther(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "bowl.svg", "in the way"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"bowl.svg: file exists, with surprisal.svg written before", "bowl.svg: file exists"} {
		status, _, stderr := call("-only", "surprisal,bowl,cost", "-out", dir)
		if entries, err := os.ReadDir(dir); status != 1 || err != nil || len(entries) != 2 ||
			stderr != "plots: -out "+dir+": "+want+"\n" {
			t.Errorf("run %d: status %d, %s%d files, want 1, %s and 2", i, status, stderr, len(entries), want)
		}
	}
}

func TestRunDrawsWhatIsAskedFor(t *testing.T) {
	all := drawn(t)
	if len(all) != len(figures) {
		t.Errorf("%d files, want %d", len(all), len(figures))
	}
	two := drawn(t, "-only", "cost, bowl,cost")
	if len(two) != 2 || two["bowl.svg"] != all["bowl.svg"] || two["cost.svg"] != all["cost.svg"] {
		t.Errorf("-only cost, bowl,cost writes %d files, want the two", len(two))
	}
	high := drawn(t, "-only", "bowl", "-height", "80mm", "-width", "80mm")["bowl.svg"]
	if !strings.Contains(high, ` width="302.36" height="302.36"`) {
		t.Errorf("-height 80mm -width 80mm begins %.200s", high)
	}
	same := drawn(t, "-only", "cost", "-q", "0.125,0.5,0.25,0.125")
	if same["cost.svg"] != all["cost.svg"] {
		t.Error("-q with the book's q draws another cost")
	}
}

func TestPAloneTakesAUniformModel(t *testing.T) {
	alone := drawn(t, "-p", "0.7,0.2,0.1")
	uniform := drawn(t, "-p", "0.7,0.2,0.1", "-q", "1/3,1/3,1/3")
	if alone["cost.svg"] != uniform["cost.svg"] {
		t.Error("-p alone draws another cost than with -q 1/3,1/3,1/3")
	}
	s := alone["code-lengths.svg"]
	if strings.Contains(s, "routine") || !strings.Contains(s, "x₃") {
		t.Error("-p does not rename the outcomes")
	}
}

func TestCountsAndTextsAreDistributions(t *testing.T) {
	text, model := written(t, "a.txt", "sun sun rain SUN"), written(t, "b.txt", "rain rain rain sun")
	for _, same := range [][2][]string{
		{{"-p", "75%,1/4", "-q", "1/4,3/4"}, {"-counts", "3,1", "-model-counts", "1,3"}},
		{{"-count", "words", text, "-q", "1/4,3/4"}, {"-count", "words", text, "-model", model}},
	} {
		one, other := drawn(t, append(same[0], "-only", "cost")...), drawn(t, append(same[1], "-only", "cost")...)
		if one["cost.svg"] != other["cost.svg"] || !strings.Contains(one["cost.svg"], ", probability 0.75, ") {
			t.Errorf("%v and %v draw different costs", same[0], same[1])
		}
	}
	for counts, want := range map[string]int{"3,1": 11, "3,2,1": 9, strings.Repeat("1,", 300) + "2": 7} {
		if got := drawn(t, "-counts", counts); len(got) != want {
			t.Errorf("%d figures of %.7s…, want the %d that show so many outcomes", len(got), counts, want)
		}
	}
	signs := drawn(t, "-only", "cost", "-count", "bytes", written(t, "c.txt", "*_a"))
	if !strings.Contains(signs["cost.svg"], ">*<") || !strings.Contains(signs["cost.svg"], ">_<") {
		t.Error("bytes are taken for markup")
	}
}

// The first text has no c, and the second no a.
func TestLettersThatAModelLacks(t *testing.T) {
	args := []string{
		"-only", "two-texts", "-count", "letters", written(t, "a.txt", "abba"),
		"-model", written(t, "b.txt", "bccb"),
	}
	const want = "plots: two-texts: q gives outcome 2, a, probability 0, p gives it 0.5: the cost is infinite"
	if status, _, got := call(append(args, "-out", t.TempDir())...); status != 1 || !strings.HasPrefix(got, want) {
		t.Errorf("status %d, %q, want 1, %q", status, got, want)
	}
	added := drawn(t, append(args, "-add", "1")...)["two-texts.svg"]
	same := drawn(t, "-only", "two-texts", "-counts", "3,3,1", "-model-counts", "3,1,3")["two-texts.svg"]
	if likened(added, "letter") != likened(same, "letter") {
		t.Error("-add 1 draws another figure than the counts with one added")
	}
}

func TestSymbolsNameTheOutcomes(t *testing.T) {
	files := drawn(t, "-only", "cost", "-p", "0.7,0.3", "-symbols", "sun, *r*_1", "-format", "svg,csv")
	for _, want := range []string{
		">sun</text>", `>r</tspan><tspan dy="2.2" font-size="7.2">1</tspan></text>`, "The outcomes are sun, probability 0.7,", "; r₁, probability",
	} {
		if !strings.Contains(files["cost.svg"], want) {
			t.Errorf("no %q in the figure", want)
		}
	}
	if !strings.Contains(files["cost.csv"], "\nr₁,0.3,") {
		t.Errorf("no r₁ in %s", files["cost.csv"])
	}
}

func TestNamesAreComposedAndEscaped(t *testing.T) {
	args := []string{"-only", "cost", "-p", "0.7,0.3", "-format", "svg,pdf,png,eps,csv", "-dpi", "36", "-symbols"}
	want := drawn(t, append(args, "f\u00fcr,b")...)
	for name, file := range drawn(t, append(args, "fu\u0308r,b")...) {
		if file != want[name] {
			t.Errorf("a letter and its mark make another %s than the letter with it", name)
		}
	}
	csv := drawn(t, append(args, `a\_1,2\*b\^c`)...)["cost.csv"]
	if !strings.Contains(csv, "\na_1,") || !strings.Contains(csv, "\n2*b^c,") {
		t.Errorf("a backslash leaves markup in %s", csv)
	}
}

func TestFontOfYourOwn(t *testing.T) {
	path := written(t, "go.ttf", string(goregular.TTF)) // it has ∪, which Liberation Sans has not
	args := []string{"-only", "cost", "-p", "1/2,1/2", "-symbols", "A ∪ B,C", "-font", path}
	files := drawn(t, append(args, "-format", "svg,pdf,png,eps", "-dpi", "36")...)
	if !strings.Contains(files["cost.svg"], ` font-family="'Go','Liberation Sans',`) {
		t.Error("SVG does not name the font")
	}
}

func TestRunLeavesWhatIsRight(t *testing.T) {
	dir := t.TempDir()
	path, long := filepath.Join(dir, "bowl.svg"), time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for i, want := range []string{"2 written", "unchanged", "1 written"} {
		_, got, _ := call("-only", "bowl,cost", "-out", dir)
		if got != "plots: bowl.svg, cost.svg in "+dir+", "+want+"\n" {
			t.Errorf("run %d says %q, want %s", i, got, want)
		}
		at, err := os.Stat(path)
		if err != nil || i > 0 && !at.ModTime().Equal(long) {
			t.Errorf("run %d touched bowl.svg, or error %v", i, err)
		}
		os.Chtimes(path, long, long)
		if i == 1 {
			os.WriteFile(filepath.Join(dir, "cost.svg"), []byte("<svg/>"), 0o644)
		}
	}
	if n := len(contents(t, dir)); n != 2 {
		t.Errorf("%d files, want 2", n)
	}
}

// interrupting ends the program when it is written to, unless that ignores it.
type interrupting struct{}

func (interrupting) Write(p []byte) (int, error) {
	this, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = this.Signal(os.Interrupt)
	}
	return len(p), err
}

func TestFilesAreWrittenInSpiteOfAnInterrupt(t *testing.T) {
	dir := t.TempDir()
	o := options{out: dir, formats: format.All[:1]}
	if err := o.deliver([]file{{"a.svg", nil}, {"b.svg", nil}}, interrupting{}); err != nil {
		t.Fatal(err)
	}
	if files := contents(t, dir); len(files) != 2 {
		t.Errorf("%d files, want 2", len(files))
	}
}

func TestRunPrints(t *testing.T) {
	for args, want := range map[string]string{
		"-h":                "-only names",
		"-help":             "usage: go run ./plots",
		"-list":             "bowl  -p (2 outcomes) -base\n    " + bowl.title,
		"-only bowl -out -": string(printed(t, bowl.of(bowl.inBook(), bookLook), "svg")),
	} {
		status, stdout, stderr := call(strings.Fields(args)...)
		if status != 0 || stderr != "" || !strings.Contains(stdout, want) {
			t.Errorf("%s: status %d, %q, want %q", args, status, stdout, want)
		}
	}
}

func TestFiguresOfYoursLeaveTheBookAlone(t *testing.T) {
	for _, args := range []string{
		"-p 0.7,0.3", "-theme dark", "-width 84mm", "-title=false", "-format csv,svg",
	} {
		t.Chdir(t.TempDir())
		if err := os.MkdirAll("docs/figures", 0o755); err != nil {
			t.Fatal(err)
		}
		if status, _, stderr := call(append(strings.Fields(args), "-only", "cost")...); status != 0 {
			t.Fatalf("%s: exit %d: %s", args, status, stderr)
		}
		here, _ := filepath.Glob("cost.*")
		if entries, _ := os.ReadDir("docs/figures"); len(entries) > 0 || len(here) == 0 {
			t.Errorf("%s writes %q here, and changes the figures of the book", args, here)
		}
	}
}

// TestLabelsToStartFromChangeNothing prints them for one layout, and uses them in
// both: a text that stays is broken as the layout breaks it.
func TestLabelsToStartFromChangeNothing(t *testing.T) {
	status, labels, stderr := call("-labels", "-")
	if status != 0 {
		t.Fatal(stderr)
	}
	path := written(t, "labels.json", labels)
	for _, width := range []string{"480pt", "84mm"} {
		plain := drawn(t, "-width", width)
		for name, file := range drawn(t, "-width", width, "-labels", path) {
			if file != plain[name] {
				t.Errorf("%s wide, labels that change nothing change %s", width, name)
			}
		}
	}
}

func TestLabelsReplaceTexts(t *testing.T) {
	path := written(t, "labels.json", `{
		"entropy, bits": "Entropie in Bit",
		"A fair coin is the most uncertain coin": "Keine Münze ist ungewisser",
		"0.25": "0,25",
		"routine": "Alltag",
		"first time": "erstes Mal"
	}`)
	files := drawn(t, "-labels", path, "-width", "84mm")
	for _, want := range []string{">Entropie in Bit<", ">Keine Münze ist ungewisser</title>", ">0,25<"} {
		if !strings.Contains(files["binary-entropy.svg"], want) {
			t.Errorf("binary-entropy does not say %s", want)
		}
	}
	for _, want := range []string{">Alltag<", ">erstes Mal<"} {
		if !strings.Contains(files["cost.svg"], want) {
			t.Errorf("cost does not say %s", want)
		}
	}
}

// Labels that swap two names do what names in the other order do, however they are broken.
func TestLabelsReplaceOnce(t *testing.T) {
	swap := written(t, "labels.json", `{"sun": "a fall of rain", "a fall of rain": "sun"}`)
	args := []string{"-only", "cost", "-p", "0.5,0.3,0.1,0.1", "-q", "0.1,0.3,0.5,0.1", "-width", "84mm", "-symbols"}
	drawing := func(args ...string) string {
		_, marks, _ := strings.Cut(drawn(t, args...)["cost.svg"], "</desc>")
		return likened(marks, "outcome")
	}
	got := drawing(append(args, "sun,a fall of rain,snow,hail", "-labels", swap)...)
	if want := drawing(append(args, "a fall of rain,sun,snow,hail")...); got != want {
		t.Errorf("it is drawn as %q, want %q", shownIn(got), shownIn(want))
	}
}

// shownIn returns the texts of a figure.
func shownIn(svg string) (texts []string) {
	for _, found := range regexp.MustCompile(`>([^<>]+)</text>`).FindAllStringSubmatch(svg, -1) {
		texts = append(texts, found[1])
	}
	return texts
}

// What is cut short is none of the texts to replace, but what it is cut from is.
func TestLabelsToStartFromAreWhole(t *testing.T) {
	const name = "a very long name that nobody has room for"
	_, labels, _ := call("-only", "simplex", "-p", "0.5,0.3,0.2", "-symbols", name+",b,c", "-width", "55mm", "-labels", "-")
	if !strings.Contains(labels, `"`+name+`": `) || strings.Contains(labels, "…") {
		t.Errorf("the texts are %s", labels)
	}
}

func TestLabelsAreRefused(t *testing.T) {
	for content, want := range map[string]string{
		"{\n\"0.5\": \"0,5\",\n}":            "line 3: invalid character '}'",
		"{\"0.5\":\n 5}":                     "line 2: want a text in quotation marks, have number",
		"{\"0.5\": \"0,5\",\n\"0.5\": \"\"}": `line 2: "0.5" again, want each text once`,
		"{\n\"0.5\": \"0,5 \xe4\"}":          "line 2: not UTF-8: save the file as UTF-8",
		`["0.5"]`:                            "line 1: want a text in quotation marks, have array",
		`{"0.25": "0,25", "no such": "a"}`:   `no figure says "no such"; -labels - prints what they say`,
		"":                                   "line 1: unexpected end of JSON input",
	} {
		path := written(t, "labels.json", content)
		status, _, got := call("-labels", path, "-out", t.TempDir())
		if status != 1 || !strings.HasPrefix(got, "plots: -labels "+path+": "+want) {
			t.Errorf("%q: status %d, %q, want %q", content, status, got, want)
		}
	}
}

// A label has plain spaces where the figure has one that holds words together.
func TestSpacesInLabelsAreAlike(t *testing.T) {
	const caption = "rows: x; columns: y; number of cases, {n} in all; tint: square root of a cell’s share of its row; " +
		"right: % of row on the diagonal; below: % of column"
	table := written(t, "t.csv", "x\\y,a,b\na,2,1\nb,0,7\n")
	labels := written(t, "labels.json", `{"`+caption+`": "Tafel"}`)
	svg := drawn(t, "-only", "joint", "-data", table, "-labels", labels)["joint.svg"]
	if !strings.Contains(svg, ">Tafel<") {
		t.Error("the caption is not replaced")
	}
}

// A script notices a label that no figure has, and the figure is there.
func TestAnUnknownLabelIsNoticed(t *testing.T) {
	dir, path := t.TempDir(), written(t, "labels.json", `{"lost {n}": "verloren {n}", "no such": "a"}`)
	status, _, got := call("-only", "cost", "-p", "0.7,0.2,0.1", "-labels", path, "-out", dir)
	svg, err := os.ReadFile(filepath.Join(dir, "cost.svg"))
	if status != 1 || !strings.Contains(got, `no figure says "no such"`) || strings.Count(got, "\n") != 1 ||
		err != nil || !strings.Contains(string(svg), ">verloren 0.749<") {
		t.Errorf("status %d, %q, %v", status, got, err)
	}
}

// What Windows writes into a file is read, an empty text leaves out what it replaces, and a
// translation survives other data.
func TestLabelsOfOtherSystemsAndData(t *testing.T) {
	const labels = "{\r\n\"lost {n}\": \"verloren {n}\",\r\n\"outcome\": \"\",\r\n" +
		"\"A wrong model loses more on some words than it saves on others\": \"\"}\r\n"
	utf16 := []byte{0xff, 0xfe}
	for _, c := range labels {
		utf16 = append(utf16, byte(c), 0)
	}
	args := []string{"-only", "cost", "-p", "0.7,0.2,0.1", "-format", "svg,csv", "-decimal", ",", "-labels"}
	var first map[string]string
	for _, file := range []string{labels, "\ufeff" + labels, string(utf16)} {
		files := drawn(t, append(args, written(t, "labels.json", file))...)
		if first == nil {
			first = files
		}
		if files["cost.svg"] != first["cost.svg"] {
			t.Errorf("%.20q draws another figure", file)
		}
	}
	for text, want := range map[string]bool{
		">verloren 0,749<": true, ">outcome<": false, "sind x₁": false, "H(p) = 1,157 bits": true,
	} {
		if strings.Contains(first["cost.svg"], text) != want {
			t.Errorf("the figure says %q: %v, want %v", text, !want, want)
		}
	}
	if !strings.Contains(first["cost.csv"], "\nx₁,0.7,0.333333333,0.51457") {
		t.Errorf("the data are %s", first["cost.csv"])
	}
}

func TestDecimalComma(t *testing.T) {
	svg := drawn(t, "-only", "digits,simplex", "-decimal", ",")
	for _, want := range []string{"gonum 0.17.0, SciPy 1.10.1", "p = (0,3; 0,7)"} {
		if !strings.Contains(svg["digits.svg"], want) {
			t.Errorf("digits does not say %s", want)
		}
	}
	names := written(t, "t.csv", "x,v1.5,b\na,0.5,0\nc,0,0.5\n")
	table := drawn(t, "-only", "joint", "-data", names, "-decimal", ",")["joint.svg"]
	for _, want := range []string{">v1.5<", ">0,5<", "a: v1.5 0,5, b 0"} {
		if !strings.Contains(table, want) {
			t.Errorf("the decimal comma changes a name, or no number: no %s", want)
		}
	}
}

// likened returns a figure with outcomes for units, and without what tells it from others.
func likened(svg, unit string) string {
	svg = strings.NewReplacer("an outcome", "a "+unit, "outcome", unit).Replace(svg)
	return regexp.MustCompile(`-[0-9a-f]{8}\b`).ReplaceAllString(svg, "")
}
