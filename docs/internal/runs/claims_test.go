package runs

import "testing"

func TestFailure(t *testing.T) {
	for _, c := range []struct{ events, want string }{
		{`{"Action":"output","Test":"TestA","Output":"a breaks\n"}
{"Action":"output","Test":"TestA/part","Output":"here\n"}
{"Action":"fail","Test":"TestA/part"}
{"Action":"fail","Test":"TestA"}
{"Action":"output","Test":"TestB","Output":"b holds\n"}
{"Action":"output","Output":"FAIL\n"}
{"Action":"fail"}`, "a breaks\nhere\n"},
		{`# built
{"Action":"build-output","Output":"x.go:1: undefined\n"}
{"Action":"build-fail"}`, "x.go:1: undefined\n"},
	} {
		if _, have := readTests([]byte(c.events)); have != c.want {
			t.Errorf("have %q, want %q", have, c.want)
		}
	}
}
