package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// packLibrary compiles the library for the pages, and returns the script that holds it.
// It is a script since pages that are opened from the disk may load nothing else.
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
	c := exec.CommandContext(ctx, "go", "build", "-overlay", overlay, "-buildmode=c-shared",
		"-trimpath", "-ldflags=-s -w", "-o", wasm, "./docs/internal/site/wasm")
	c.Dir = root
	c.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	if out, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("compiling the library for the pages: %w: %s", err, bytes.TrimSpace(out))
	}
	binary, err := os.ReadFile(wasm)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString(`libraryIs("`)
	text := base64.NewEncoder(base64.StdEncoding, &b)
	zip, _ := gzip.NewWriterLevel(text, gzip.BestCompression)
	zip.Write(binary) // to memory, which takes all
	zip.Close()
	text.Close()
	b.WriteString("\");\n")
	return b.Bytes(), nil
}

// writeOverlay tells the compiler to take wasm/fmt for the standard fmt, and wasm/memory for
// info/internal/memory.
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
	instead := map[string]string{
		filepath.Join(root, "info/internal/memory/memory.go"): filepath.Join(rooms, "memory/memory.go"),
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
