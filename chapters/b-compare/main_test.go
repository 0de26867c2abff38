package main

import (
	"testing"

	"crossentropy/chapters/internal/chaptertest"
)

func TestUses(t *testing.T) { chaptertest.Uses(t, program) }
