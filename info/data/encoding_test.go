package data

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// What other encodings make of Windows-1252 is no text, or else it is a text with other
// letters.
func TestReadCSVEncodings(t *testing.T) {
	const refused = "f.csv:2: neither UTF-8 nor Windows-1252: save the table as UTF-8"
	for _, c := range []struct {
		encoding   encoding.Encoding
		text, want string
	}{
		{japanese.ShiftJIS, "はい", refused},
		{japanese.ShiftJIS, "満足度", refused},
		{japanese.ShiftJIS, "年齢", "”N—î"},
		{japanese.ShiftJIS, "テスト", refused},
		{japanese.EUCJP, "はい", refused},
		{simplifiedchinese.GBK, "年龄", refused},
		{simplifiedchinese.GBK, "是", refused},
		{simplifiedchinese.GBK, "中文", refused}, // ÖÐÎÄ
		{traditionalchinese.Big5, "年齡", refused},
		{korean.EUCKR, "나이", refused},
		{charmap.KOI8R, "да", refused},
		{charmap.KOI8R, "возраст", refused},
		{charmap.Windows1251, "нет", refused},
		{charmap.Windows1251, "да", "äà"},
		{charmap.CodePage866, "нет", refused},
		{charmap.Windows1253, "ναι", refused},
		{charmap.CodePage437, "schön", refused},
		{charmap.CodePage437, "café", refused},
		{charmap.CodePage850, "Straße", "Straáe"},
		{charmap.Macintosh, "für", refused},
		{charmap.Macintosh, "Männer", refused},
		{charmap.Macintosh, "Größe", refused},
		{charmap.Macintosh, "schön", "schšn"},
		{charmap.Windows1250, "płeć", refused},
		{charmap.Windows1250, "věk", "vìk"},
		{charmap.Windows1254, "kadın", "kadýn"},
		{charmap.Windows1252, "10 °C, ½ l, 5 €, W/m²K, „so“, «là», 1º, § 5", "10 °C, ½ l, 5 €, W/m²K, „so“, «là», 1º, § 5"},
		{charmap.Windows1252, "geht´s, l’œuvre, ¿qué?, ÖBB, þýðing, Þú, 10 µm", "geht´s, l’œuvre, ¿qué?, ÖBB, þýðing, Þú, 10 µm"},
	} {
		text, err := c.encoding.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		got := spread("1,~\n2,\"" + text + "\"\n")
		if got = strings.TrimPrefix(got, "[1]~ [2]"); got != c.want {
			t.Errorf("%s in %v: %s, want %s", c.text, c.encoding, got, c.want)
		}
	}
}
