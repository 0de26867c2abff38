package claim

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/metrics"
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

// An attempt is the library with an answer to an exercise in it, and what became of it.
type attempt struct {
	exercise    Exercise
	library     Library
	answer, own reflect.Value // the answer, and the function whose place it takes

	names    string // of the arguments
	probes   [][]reflect.Value
	gave     []reflect.Value // what the answer gave for the probes
	cases    int
	broken   string // a case that breaks a claim
	how      string // what is wrong there
	fault    string // what the answer did in a case that no function should do
	told     *call  // the first in a case whose result is not the library's
	underway atomic.Pointer[call]
}

// A call is one of the answer.
type call struct {
	names  string
	args   []reflect.Value
	result reflect.Value
	began  time.Time
}

func newAttempt(e Exercise, answer any) *attempt {
	a := &attempt{exercise: e, library: Standard(), answer: reflect.ValueOf(answer)}
	place := reflect.ValueOf(e.Place(&a.library)).Elem()
	a.own = reflect.ValueOf(place.Interface())
	a.names, a.probes = probesOf(a.answer.Type())
	place.Set(reflect.MakeFunc(place.Type(), a.call))
	return a
}

// call is what laws call in the place of the library's function.
func (a *attempt) call(args []reflect.Value) []reflect.Value {
	own := a.own.Call(args)
	if slices.ContainsFunc(args, subnormal) {
		return own
	}
	result := a.ask(args)
	if same(result, own[0]) {
		return own
	}
	if a.told == nil {
		a.told = &call{names: a.names, args: args, result: result}
	}
	return []reflect.Value{result.Convert(own[0].Type())}
}

// ask calls the answer with copies of the arguments.
func (a *attempt) ask(args []reflect.Value) reflect.Value {
	c := &call{names: a.names, args: args, began: time.Now()}
	given := &call{names: a.names, args: copied(args)}
	a.underway.Store(c)
	defer a.underway.Store(nil)
	result := a.answered(c, given)
	if !slices.EqualFunc(args, given.args, unchanged) {
		a.blame("changes what it is given: %v has become %v.", c, given)
	}
	if n := len(numbers(args[0])); result.Kind() == reflect.Slice && result.Len() != n {
		a.blame("returns a list of %d, not of %d, for %v.", result.Len(), n, c)
	}
	return result
}

func (a *attempt) answered(c, given *call) reflect.Value {
	defer func() {
		if r := recover(); r != nil {
			a.blame("panics at %s, where %v: %v.", a.panicLine(), c, r)
		}
	}()
	return a.answer.Call(given.args)[0]
}

// blame ends the case: the answer did what no function should do.
func (a *attempt) blame(format string, args ...any) {
	a.fault = a.exercise.Name + " " + fmt.Sprintf(format, args...)
	panic(a.fault)
}

// panicLine is the line that panics, or called what does, in the folder of the answer.
func (a *attempt) panicLine() string {
	f := runtime.FuncForPC(a.answer.Pointer())
	file, _ := f.FileLine(f.Entry())
	const ours = 3 // Callers, panicLine, and the function that recovers
	stack := make([]uintptr, 1000)
	frames := runtime.CallersFrames(stack[:runtime.Callers(ours, stack)])
	for {
		frame, more := frames.Next()
		if filepath.Dir(frame.File) == filepath.Dir(file) {
			return fmt.Sprintf("%s:%d", short(frame.File), frame.Line)
		}
		if !more {
			return short(file)
		}
	}
}

// short is the path of a file from the folder of the test, where it lies in there.
func short(file string) string {
	if dir, err := os.Getwd(); err == nil {
		return strings.TrimPrefix(file, filepath.ToSlash(dir)+"/")
	}
	return file
}

// What one call of an answer may take before it is given up. A stack that overflows
// takes more memory, and is given up before.
const (
	mostTime   = 2 * time.Second
	mostMemory = 256 << 20
)

// watch waits for the mark, but no longer than a call may take.
func (a *attempt) watch(marked <-chan Mark) Mark {
	for {
		select {
		case m := <-marked:
			return m
		case <-time.After(10 * time.Millisecond):
			c := a.underway.Load()
			if c == nil || time.Since(c.began) < mostTime && memoryInUse() < mostMemory {
				continue
			}
			return Mark{Text: wrapped(fmt.Sprintf("%s does not end where %v: given up after %v or %d MB.",
				a.exercise.Name, c, mostTime, mostMemory>>20))}
		}
	}
}

func memoryInUse() uint64 {
	const objects, stacks = "/memory/classes/heap/objects:bytes", "/memory/classes/heap/stacks:bytes"
	samples := []metrics.Sample{{Name: objects}, {Name: stacks}}
	metrics.Read(samples)
	return samples[0].Value.Uint64() + samples[1].Value.Uint64()
}

func (c *call) String() string {
	var all []string
	for i, name := range strings.Fields(c.names) {
		all = append(all, name+" = "+written(c.args[i]))
	}
	return strings.Join(all, ", ")
}

// value is the result as laws write it.
func (c *call) value() string {
	if c.result.Kind() == reflect.Float64 {
		return Number(c.result.Float(), 4)
	}
	return written(c.result)
}

// written is how cases write their numbers.
func written(v reflect.Value) string {
	if v.Kind() == reflect.Slice {
		return list(numbers(v))
	}
	return fraction(numbers(v)[0], 3)
}

// same says whether two results differ by rounding alone.
func same(a, b reflect.Value) bool {
	return slices.EqualFunc(numbers(a), numbers(b), func(x, y float64) bool {
		return near(x, y, allowed(x, y)) || x != x && y != y
	})
}

func unchanged(a, b reflect.Value) bool { return slices.Equal(numbers(a), numbers(b)) }

func hasZero(v reflect.Value) bool { return slices.Contains(numbers(v), 0) }

func subnormal(v reflect.Value) bool {
	return slices.ContainsFunc(numbers(v), func(x float64) bool { return x > 0 && x < 0x1p-1022 })
}

// numbers are those of an argument or a result, which is one or a list of some.
func numbers(v reflect.Value) []float64 {
	switch x := v.Interface().(type) {
	case []float64:
		return x
	case []int:
		all := make([]float64, len(x))
		for i := range x {
			all[i] = float64(x[i])
		}
		return all
	case int:
		return []float64{float64(x)}
	}
	return []float64{v.Float()}
}

func copied(args []reflect.Value) []reflect.Value {
	args = slices.Clone(args)
	for i, arg := range args {
		if arg.Kind() == reflect.Slice {
			args[i] = reflect.AppendSlice(reflect.MakeSlice(arg.Type(), 0, arg.Len()), arg)
		}
	}
	return args
}
