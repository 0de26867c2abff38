// Command temml prints the formulas of the book, and the font for them, for generate.mjs.
package main

import (
	"encoding/json"
	"log"
	"os"

	"codeberg.org/go-fonts/stix/stix2mathregular"

	"crossentropy/docs/internal/site"
)

func main() {
	formulas, err := site.Formulas(os.DirFS("../../.."))
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(map[string]any{
			"formulas": formulas, "font": stix2mathregular.TTF,
		})
	}
	if err != nil {
		log.Fatal("temml: ", err)
	}
}
