package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// packLibrary compiles the library for the pages, and compresses it.
func packLibrary(ctx context.Context, root string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "wasm")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	wasm, overlay := filepath.Join(dir, "info.wasm"), filepath.Join(dir, "overlay.json")
	if err := writeOverlay(ctx, root, overlay); err != nil {
		return nil, err
	}
	// What is seldom called is not inlined, which leaves out a tenth.
	c := exec.CommandContext(ctx, "go", "build", "-overlay", overlay, "-buildmode=c-shared",
		"-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=runtime=-l",
		"-gcflags=./docs/internal/site/wasm=-l", "-o", wasm, "./docs/internal/site/wasm")
	c.Dir = root
	c.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	if out, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("compiling the library for the pages: %w: %s", err, bytes.TrimSpace(out))
	}
	binary, err := os.ReadFile(wasm)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer // which takes all
	zip, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	zip.Write(joinData(binary))
	zip.Close()
	return b.Bytes(), nil
}

// joinData makes one segment of a module's data. The linker makes thousands, to leave out
// zeros between them: compressed, their addresses take more room than zeros.
func joinData(module []byte) []byte {
	const header, dataSection = 8, 11
	joined := slices.Clone(module[:header])
	for rest := module[header:]; len(rest) > 0; {
		kind := rest[0]
		size, n := binary.Uvarint(rest[1:])
		section := rest[1+n:][:size]
		rest = rest[1+n+len(section):]
		if kind == dataSection {
			section = joinSegments(section)
		}
		joined = binary.AppendUvarint(append(joined, kind), uint64(len(section)))
		joined = append(joined, section...)
	}
	return joined
}

// joinSegments takes how many segments there are, and of each 0, its address between
// i32.const and end, its size, and its data. The first is of the lowest address.
func joinSegments(section []byte) []byte {
	_, n := binary.Uvarint(section)
	var first, data []byte
	var start uint64
	for rest := section[n:]; len(rest) > 0; {
		address, n := binary.Uvarint(rest[2:])
		size, m := binary.Uvarint(rest[n+3:])
		if first == nil {
			first, start = rest[:n+3], address
		}
		rest = rest[n+3+m:]
		at, end := int(address-start), int(address-start+size)
		data = append(data, make([]byte, max(0, end-len(data)))...)
		copy(data[at:end], rest)
		rest = rest[size:]
	}
	joined := binary.AppendUvarint(append([]byte{1}, first...), uint64(len(data)))
	return append(joined, data...)
}

// writeOverlay tells the compiler to take wasm/fmt for the standard fmt, and wasm/memory and
// wasm/kernel for what they are named after in info/internal.
func writeOverlay(ctx context.Context, root, file string) error {
	out, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env GOROOT: %w", err)
	}
	standard, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "src/fmt/*.go"))
	if err != nil {
		return err
	}
	rooms := filepath.Join(root, "docs/internal/site/wasm")
	instead := map[string]string{}
	for _, file := range []string{"memory/memory.go", "kernel/tables.go"} {
		instead[filepath.Join(root, "info/internal", file)] = filepath.Join(rooms, file)
	}
	for _, file := range standard {
		instead[file] = "" // none
		if filepath.Base(file) == "print.go" {
			instead[file] = filepath.Join(rooms, "fmt/fmt.go")
		}
	}
	text, err := json.Marshal(map[string]any{"Replace": instead})
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o600)
}
