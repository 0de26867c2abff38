package table

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"crossentropy/info/data"
)

// Losses are those of a training, and of its validation.
type Losses struct {
	Training, Validation Curve    // two losses of each at least
	Unit                 string   // that of headings, as in "loss (nats)"; "" where they have none
	Steps                string   // what steps are called, as in a sentence: "step", "global step"
	Last                 float64  // the last step, even where the losses at it are left out
	Notes                []string // what the losses and the steps are where no heading says it

	lines int
}

// A Curve is losses against the steps at which they were written down, which rise.
type Curve struct {
	Losses   []Loss // that are finite
	Infinite int    // so many others are
	Broken   []Loss // those at the end that are infinite, or no numbers

	lines int // with a loss of it, of whatever kind
}

// A Loss is that of a step.
type Loss struct{ Step, Loss float64 }

// LossHeadings are those of steps, of training losses and of validation losses, as Keras, Lightning
// and Hugging Face write them.
var LossHeadings = [][]string{
	{
		"step", "global_step", "iteration", "epoch", "steps", "iterations", "epochs", "train_global_step",
	},
	{"training", "loss", "train_loss", "training_loss", "train_loss_epoch", "loss_train"},
	{
		"validation", "val_loss", "valid_loss", "validation_loss", "eval_loss", "val_loss_epoch", "dev_loss",
		"loss_val",
	},
}

// ReadLosses reads a line for each step, in the columns of [LossHeadings], of which the training
// loss or the validation loss may be missing, as where the one is written down more often than the
// other. Where one is no number it is missing, too, but Broken if both are, or if it was there on every
// line before.
//
// It is an error if steps do not rise, and if there are fewer than two losses of either kind.
func ReadLosses(name string, r io.Reader) (l Losses, err error) {
	var columns []int
	var first data.Row
	for row, err := range data.Rows(name, r) {
		if err == nil && columns == nil {
			first = row
			columns, err = l.columns(row)
		}
		if err == nil {
			err = l.add(row, columns)
		}
		if err != nil {
			return l, err
		}
	}
	training, validation := len(l.Training.Losses), len(l.Validation.Losses)
	if training < 2 || validation < 2 {
		return l, fmt.Errorf("%s: %s of training loss and %d of validation loss, want 2 of each",
			name, data.Count(training, "line"), validation)
	}
	if taken := first.TakenForFraction(); taken != "" {
		l.Notes = append(l.Notes, "the mark in "+taken+" is taken for a decimal one, and not for thousands")
	}
	return l, nil
}

// units are behind headings, in brackets but for those of entropy and a percent sign.
var units = regexp.MustCompile(`^(.*?)(?:[\s_]*[(\[]([^)\]]+)[)\]]|[\s_]+(bits?|nats?|%))$`)

// unitOf returns a heading of losses without its unit, and that; "" where it has none.
func unitOf(heading string) (name, unit string) {
	m := units.FindStringSubmatch(heading)
	if m == nil {
		return heading, ""
	}
	return m[1], m[2] + m[3]
}

// lossHeadings are those of training and of validation losses, but for the mean loss of a run, which
// Hugging Face writes beside the losses of steps into the last line.
func lossHeadings(row data.Row) [][]string {
	training, validation := LossHeadings[1], LossHeadings[2]
	at := func(name string) int {
		return slices.IndexFunc(row.Headings, func(heading string) bool {
			bare, _ := unitOf(heading)
			return data.NameOf(bare) == name
		})
	}
	if mean := at("train_loss"); at("loss") >= 0 && mean >= 0 && row.IsMissing(mean) {
		isMean := func(name string) bool { return name == "train_loss" }
		training = slices.DeleteFunc(slices.Clone(training), isMean)
	}
	return [][]string{training, validation}
}

// columns returns where the steps are, and the losses, of whose headings it learns the unit.
func (l *Losses) columns(row data.Row) ([]int, error) {
	losses := lossHeadings(row)
	for i, names := range losses {
		for _, heading := range row.Headings {
			name, unit := unitOf(heading)
			switch {
			case unit == "" || !slices.Contains(names, data.NameOf(name)):
			case data.NameOf(name) == names[0]: // the usual one
				losses[i] = slices.Insert(slices.Clone(losses[i]), 0, data.NameOf(heading))
			default:
				losses[i] = append(slices.Clip(losses[i]), data.NameOf(heading))
			}
		}
	}
	columns, err := l.columnsOf(row, losses)
	if err != nil {
		return nil, err
	}
	row.NoCounts(columns[1:]...)
	if taken := row.Taken(columns[1:], losses...); taken != "" {
		l.Notes = append(l.Notes, taken)
	}
	if row.Headings == nil {
		return columns, nil
	}
	_, training := unitOf(row.Headings[columns[1]])
	_, validation := unitOf(row.Headings[columns[2]])
	switch l.Unit = strings.Clone(cmp.Or(training, validation)); {
	case l.Unit == "":
		l.Notes = append(l.Notes, `nothing says the unit of the losses: head a column "loss (nats)", say`)
	case validation != "" && validation != l.Unit:
		l.Notes = append(l.Notes,
			fmt.Sprintf("losses in %q and in %q are drawn as if they had one unit", training, validation))
		l.Unit = ""
	}
	return columns, nil
}

// columnsOf returns where the steps are, and the losses under some headings. Steps may stand before
// the rows, as pandas numbers the epochs of Keras. It learns what steps are called.
func (l *Losses) columnsOf(row data.Row, losses [][]string) ([]int, error) {
	l.Steps = LossHeadings[0][0]
	named := row.Named(LossHeadings[0]...) // which may have epochs beside them
	_, noNumber := strconv.ParseFloat(row.Name, 64)
	columns, err := row.Columns(slices.Concat([][]string{{cmp.Or(named, l.Steps)}}, losses)...)
	switch {
	case err != nil:
		unnamed, noLosses := row.Columns(losses...)
		if noLosses != nil || noNumber != nil {
			return nil, fmt.Errorf("%w; -list prints other headings that serve", err)
		}
		l.Notes = append(l.Notes,
			"the x axis, called step, is the first column, which has no name: head it epoch, say")
		return append([]int{-1}, unnamed...), nil
	case named != "": // and no name that has capitals for a reason
		l.Steps = strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(named, "train_"), "s"), "_", " ")
	case row.Headings != nil:
		l.Steps = strings.Clone(row.Headings[columns[0]])
		if noNumber == nil {
			l.Notes = append(l.Notes,
				fmt.Sprintf("the x axis is column %q, and not the first, which has no name", l.Steps))
		}
	}
	return columns, nil
}

// add adds the losses of a step.
func (l *Losses) add(row data.Row, columns []int) error {
	const most = 1e99
	step, err := row.Number(columns[0])
	if err != nil {
		return err
	}
	training, _ := l.lossIn(row, columns[1]) // an error is met below
	validation, _ := l.lossIn(row, columns[2])
	isEnd := math.IsNaN(training) && math.IsNaN(validation) && step > l.Last // and no summary below it
	for i, c := range []*Curve{&l.Training, &l.Validation} {
		n, column, last := len(c.Losses), columns[i+1], math.Inf(-1)
		if n > 0 {
			last = c.Losses[n-1].Step
		}
		loss, err := l.lossIn(row, column)
		isNaN, isInfinite := math.IsNaN(loss), math.IsInf(loss, 0)
		switch {
		case !isNaN && row.IsMissing(column), isNaN && !isEnd && (n == 0 || c.lines < l.lines || step <= last):
			continue
		case err != nil:
			return fmt.Errorf("%w; each of the two losses has a column of its own", err)
		case step <= last:
			return row.Errorf(columns[0], ", want a step above the one before, %v", last)
		case math.Abs(loss) > most && !isInfinite:
			return row.Errorf(column, ", want a loss of at most %v, or inf", most)
		case isNaN, isInfinite:
			c.Broken = append(c.Broken, Loss{step, loss})
			if isInfinite {
				c.Infinite++
			}
		default:
			c.Losses, c.Broken = append(c.Losses, Loss{step, loss}), nil
		}
		c.lines++
		l.Last = max(l.Last, step)
	}
	l.lines++
	return nil
}

// lossIn returns the loss in a column, which may be written as infinite or as no number. A percent sign
// says no more than the same unit of a heading.
func (l *Losses) lossIn(row data.Row, column int) (float64, error) {
	if l.Unit == "%" {
		row.Fields[column] = strings.TrimSpace(strings.TrimSuffix(row.Fields[column], "%"))
	}
	if x, _ := strconv.ParseFloat(row.Fields[column], 64); math.IsNaN(x) || math.IsInf(x, 0) {
		return x, nil
	}
	return row.Number(column)
}
