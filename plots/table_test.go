package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// Tables of readers, with the title that each gets, or the error.
var tables = []struct{ figure, table, says string }{
	{"reliability", forecastsOf("1,0.9 ", 90, "0,0.9 ", 10, "0,0.1 ", 90, "1,0.1 ", 10), asSaid},
	{"reliability", forecastsOf("1,0.99 ", 90, "0,0.99 ", 10, "0,0.01 ", 90, "1,0.01 ", 10), tooSure},
	{"reliability", forecastsOf("1,0.7 ", 90, "0,0.7 ", 10, "0,0.3 ", 90, "1,0.3 ", 10), "All in all, the forecasts are less sure"},
	{"reliability", forecastsOf("1,0.9 ", 70, "0,0.9 ", 30), "All in all, the events came less often"},
	{"reliability", forecastsOf("1,0.9 ", 100, "1,0.2 ", 50, "0,0.2 ", 50), "All in all, the events came more often"},
	{
		"reliability", forecastsOf("1,0.15 ", 30, "0,0.15 ", 70, "1,0.4 ", 25, "0,0.4 ", 75,
			"1,0.6 ", 45, "0,0.6 ", 55, "1,0.85 ", 100), "In some bins",
	},
	{"reliability", "0,1\n1,1", ruledOut},
	{"reliability", forecastsOf("1,0.9 ", 40, "0,0.1 ", 40, "1,0 ", 1), ruledOut},
	{"reliability", "class,a,b,c\n" + forecastsOf("a,0.6,0.4,0 ", 60, "c,0.6,0.4,0 ", 40), ruledOut},
	{"reliability", forecastsOf("1,1 ", 40, "0,0 ", 60, "0,1 ", 20), "Some forecasts ruled out what came"},
	{"reliability", forecastsOf("1,0.2 ", 40, "0,0.2 ", 20, "1,0.8 ", 20, "0,0.8 ", 40), tooSure},
	{"reliability", forecastsOf("1,0.31 ", 30, "0,0.31 ", 70), asSaid}, // of which the mean is rounded
	{"reliability", forecastsOf("1,0.9 ", 60, "0,0.9 ", 40, "1,0.1 ", 60, "0,0.1 ", 40), "All in all, the forecasts are too sure, and the events came more often than said"},
	{"reliability", forecastsOf("1,0.7 ", 90, "0,0.7 ", 10, "1,0.1 ", 40, "0,0.1 ", 60), "All in all, the events came more often than said, and the forecasts are too sure"},
	{"reliability", forecastsOf("1,0.6 ", 99, "0,0.4 ", 99, "0,0.6 ", 40, "1,0.2 ", 1), "All in all, the forecasts are not sure enough, and the events came less often than said"},
	{"reliability", "class,a,b\n" + strings.Repeat("b,0.9,0.1\na,0.6,0.4\n", 30), tooSure},
	{"reliability", "class,a,b\n" + strings.Repeat("a,0.7,0.3\na,0.7,0.3\nb,0.7,0.3\n", 30), "The likeliest class was right about as often"},
	{"reliability", "class,a,b\n" + strings.Repeat("a,0.6,0.4\na,0.6,0.4\na,0.6,0.4\n", 30), "All in all, the forecasts are less sure"},
	{"reliability", forecastsOf("0,0.2 ", 50, "0,0.4 ", 50), "All in all, the events came less often"},
	{"reliability", forecastsOf("1,0.75 ", 7425, "0,0.75 ", 2575, "1,0.25 ", 2575, "0,0.25 ", 7425), tooSure},
	{"reliability", forecastsOf("1,0.02 ", 9, "0,0.02 ", 291, "0,0.01 ", 300), tooFew + ": 9 of 600 events came"},
	{"reliability", forecastsOf("0,0.98 ", 9, "1,0.98 ", 291, "1,0.99 ", 300), tooFew + ": 591 of 600 events came"},
	{"reliability", forecastsOf("1,0.03 ", 15, "0,0.03 ", 285), tooFew + ": 15 of 300"},
	{"reliability", forecastsOf("1,0.05 ", 12, "0,0.05 ", 428), tooFew + ": 12 of 440"},
	{"reliability", forecastsOf("1,0.43 ", 30, "0,0.43 ", 70), "All in all, the events came less often"},
	{"reliability", forecastsOf("1,0.04 ", 28, "0,0.04 ", 972), tooFew + ": 28 of 1000 events came"}, // of 40, which luck explains only just
	{"reliability", forecastsOf("1,0.02 ", 2, "0,0.02 ", 18), tooFew + ": 2 of 20 events came"},
	{"reliability", forecastsOf("0,0.9 ", 12), "All in all, the events came less often"},
	{"reliability", forecastsOf("0,0.9 ", 9), "In some bins"},
	{"reliability", "0,0\n1,1", tooFew},
	{"reliability", forecastsOf("1,1 ", 40, "0,0 ", 60), asSaid},
	{"reliability", forecastsOf("0,0.001 ", 300, "0,0.02 ", 300, "0,0.05 ", 299, "1,0.05 ", 1), "All in all, the events came less often"},
	{"reliability", "1,0.5", tooFew},
	{"reliability", "id;forecast;Label\n7;0,25;WAHR\n8;0,5;FALSCH\n", tooFew},
	{"reliability", "cat,Class,dog,bird\n" + strings.Repeat("0.9,cat,0.06,0.04\n", 20), tooFew + ": 20 of 20 answers were right"},
	{"reliability", "class,0,1,2\n" + strings.Repeat("2,0.1,0.89,0\n", 20), tooSure},
	{"reliability", ",class,für,b\n0,fu\u0308r,1,0\n", tooFew},
	{"reliability", ",class,0,1,2\n0,2,0.1,0.89,0\n" + strings.Repeat("1,2,0.1,0.89,0\n", 20), tooSure},
	{"reliability", "id,class,a,b,predicted\n" + strings.Repeat("7,a,0.9,0.1,a\n", 30), tooFew + ": 30 of 30 answers were right"},
	{"reliability", "id,truth,.pred_class,.pred_a,.pred_b\n" + strings.Repeat("7,a,a,0.9,0.1\n", 30), tooFew + ": 30 of 30 answers were right"},
	{"reliability", "label,prob\n1,0.5\n", tooFew}, // in their places
	{"reliability", "prob,Y_true\n0.5,1\n", tooFew},
	{"reliability", ",y_true,prob_0,prob_1\n0,1,0.5,0.5\n", tooFew},
	{"reliability", "y,prob,forecast\n1,0.5,0.6\n", tooFew},

	{"learning-curve", "1,5,3\n2,4,2\n3,3,2.5\n4,2,2.6\n5,1,2.8\n6,0.5,2.9\n7,0.4,3\n", "Training loss goes on falling where"},
	{"learning-curve", "1,3,3\n2,2,2\n3,2,2.5\n4,2,2.6\n5,2,2.8\n6,2,2.9\n7,2,3\n", "Validation loss is lowest at\u00a0step\u00a02, and ends 1.0 higher"},
	{"learning-curve", "1,3,3\n2,2,2\n3,1,2.5\n4,1,2\n", "Validation loss is lowest at\u00a0step\u00a02, and ends as low"},
	{"learning-curve", "1,1,1.2\n2,.5,.018\n3,.4,.019\n4,.3,.02\n5,.2,.021\n6,.15,.022\n7,.1,.023\n", "Validation loss is lowest at\u00a0step\u00a02, and ends hardly higher"},
	{"learning-curve", "1,3,3\n2,2,2\n3,2,2.001\n4,2,2.002\n5,2,2.003\n6,2,2.004\n7,1,2.005\n", "Validation loss is lowest at\u00a0step\u00a02, and ends hardly higher"},
	{"learning-curve", "1,3,3\n2,2,2\n3,1,2.5\n", "Validation loss is lowest at\u00a0step\u00a02"}, // too few to tell
	{"learning-curve", "1,1e99,-1e99\n2,5e-324,0.1\n3,0.01,0.2\n", "Validation loss is lowest where it starts"},
	{"learning-curve", "1,1e99,1e99\n2,5e-324,0.1\n3,0.01,5e-324\n", "Validation loss is lowest where training ends"},
	{"learning-curve", "1,1e308,1e308\n2,2,2\n", `t.csv:1: column 2 = "1e308", want a loss of at most 1e+99, or inf`},
	{"learning-curve", "1,0.1,0.2\n2,0.3,0.1\n3,900,0.15\n", "Validation loss is lowest at\u00a0step\u00a02"},
	{"learning-curve", "1,3,3\n2,2,2\n", "Validation loss is lowest where training ends"},
	{"learning-curve", "1,3,3\n2,2,2\n3,1,\n", "Validation loss is lowest where it was last measured"},
	{"learning-curve", "1,3,3\n2,2,2\n3,nan,inf\n4,nan,inf\n", "Training loss is not a number from step\u00a03 on, and validation loss is infinite from step\u00a03 on"},
	{"learning-curve", "1,3,3\n2,2,2\n3,1,inf\n4,nan,NaN\n", "Training loss is not a number at\u00a0step\u00a04, and validation loss is not finite from step\u00a03 on"},
	{"learning-curve", "1,3,3\n2,2,2\n3,inf,1\n4,inf,0.5\n", "Training loss is infinite from step\u00a03 on"},
	{"learning-curve", "1,3,3\n2,2,2\n3,inf,inf\n", "Loss is infinite at\u00a0step\u00a03"},
	{"learning-curve", "1,3,3\n2,2,2\n3,nan,nan\n4,nan,nan\n", "Loss is not a number from step\u00a03 on"},
	{"learning-curve", "1,3,3\n2,2,2\n3,nan,nan\n4,1,1\n", "Validation loss is lowest where training ends"},
	{"learning-curve", "1,3,3\n2,2,2\n3,1,nan\n4,.5,nan\n", "Validation loss is not a number from step\u00a03 on"},
	{"learning-curve", "1,3,nan\n2,2,2\n3,1,1\n4,.5,nan\n", "Validation loss is lowest where it was last measured"},
	{"learning-curve", "1,3,3\n2,2,nan\n2,nan,2\n2,nan,nan\n", "Validation loss is lowest where training ends"}, // as Hugging Face ends
	{"learning-curve", "1,3,3\n2,2,4\n", "Validation loss is lowest where it starts"},
	{"learning-curve", "1,3,3\n2,3,3\n", "Validation loss stays the same"},
	{"learning-curve", "1,-3,-3\n10,-5,-4\n30,-5,-4.5\n1000,-6,-4.2\n", "Validation loss is lowest at\u00a0step\u00a030"},
	{"learning-curve", "step,epoch,training,validation\n0,0,3,\n0,0,,3\n10,0,2,NaN\n20,1,1,\n20,1,,2\n", "Validation loss is lowest where"},
	{"learning-curve", "Schritt;Training;Validierung\n1;3;3\n2;2;2\n", "Validation loss is lowest where"},
	{"learning-curve", "epoch,accuracy,loss,val_accuracy,val_loss\n1,0,3,0,3\n2,1,2,1,2\n", "Validation loss is lowest where"},
	{"learning-curve", ",loss,val_loss\n0,3,3\n1,2,2\n", "Validation loss is lowest where"}, // as pandas writes it
	{"learning-curve", ",global_step,train_loss,eval_loss,learning_rate\n0,1,3,3,1\n1,2,2,2,1\n", "Validation loss is lowest where"},
	{"learning-curve", "Epoch,Training Loss,Validation Loss,Accuracy\n1,3,3,0\n2,2,2,0\n", "Validation loss is lowest where"},
	{"learning-curve", "Step,a - 1 - train/loss,a - 1 - train/loss__MIN,a - 1 - eval/loss\n0,3,3,\n1,2,2,3\n2,1,1,2\n", "Validation loss is lowest where"}, // as wandb writes it
	{"learning-curve", "step,val_loss,loss\n1,3,3\n2,2,2\n", "Validation loss is lowest where"},
	{"learning-curve", "epoch,step,train_loss_epoch,train_loss_step,val_loss_epoch\n0,9,,2,\n0,19,2,,2\n1,39,1,,1\n", "Validation loss is lowest where training ends"},

	{"joint", ",a,b\nc,1,2\nd,3,4\n", "Row and column tell no more about each other than luck explains"},
	{"joint", "kind,a,b\nc,100,2\nd,3,400\n", "The row tells 0.651 bits about the column, and the column"},
	{"joint", "a,b\nc,0.5,0\nd,0,0.5\n", "The row tells 1 bit about the column"}, // as R writes them
	{"joint", ",a,b\nc,0.25,0.25\nd,0.25,0.25\n", "Row and column tell nothing about each other"},
	{"joint", ",a,b\nc,9,0\nd,0,0\n", "Row and column tell nothing about each other"},
	{"joint", ",0,1\n0,97,1\n1,0,2\n", "In 99 percent of 100 cases, the row and the column are the same class"},
	{"joint", "actual,2,7\n2,97000,1\n7,0,2000\n", "In more than 99.9 percent of 99\u2009001 cases, actual and predicted are the same class"},
	{"joint", "actual\\predicted,cat,dog,All\ncat,5,2,7\ndog,1,9,10\nAll,6,11,17\n", "In 82 percent of 17 cases, actual and predicted are the same"},
	{"joint", "Predicted,cat,dog\nActual,,\ncat,5,2\ndog,1,9\n", "In 82 percent of 17 cases, actual and predicted are the same"},
	{"joint", ",a,b,All\nc,50,2,1\nd,1,90,1\n", "The row tells 0.789 bits"}, // no sums
	{"joint", ",a,b\nGroßer Brachvogel der nördlichen Küste,9,1\nKleiner Brachvogel der nördlichen Küste,1,9\n", "The row tells 0.5"},
	{"joint", ",a,All\nc,5,2\nd,1,9\n", "The row tells 0.305 bits"},
	{"joint", "x;a very long name of a column;b\na very long name of a row;1;0\nd;0;1\n", "Row and column tell no more"},
	{"joint", square(12), "In 8 percent of 14\u2009400 cases"},
	{"joint", "truth\\guess,a,b\na,0.9,0.1\nb,0.333,0.666\n", "On average over rows, truth and guess are the same class in 78 p"},
	{"joint", ",a,b\na,0.9,0.5\nb,0.1,0.5\n", "On average over columns, the row and the column are the same class in 70 percent"},
	{"joint", ",a,b\na,87,14\nb,40,60\n", "On average over rows"}, // percent
	{"joint", ",a,b\na,87,24\nb,40,60\n", "In 70 percent of 211 cases"},
	{"joint", ",a,b\na,0.5,0.1\nb,0.1,0.3\n", "In 80 percent of all cases"},
	{"joint", ",a,b\na,1,0\nb,0,1\n", "In all 2 cases, the row and the column are the same class"}, // counts
	{"joint", "Ist\\Soll,a,b\na,0.9,0\nb,0,0.1\n", "In all cases, Ist and Soll are the same class"},
	{"joint", "True label\\Predicted label,a,b\na,9,1\nb,1,9\n", "In 90 percent of 20 cases, actual and predicted are the same class"},
	{"joint", "y_pred\\y_true,a,b\na,0,5\nb,3,0\n", "In none of 8 cases are predicted and actual the same class"},
	{"joint", "pred\\reference,a,b\na,9,1\nb,1,9\n", "In 90 percent of 20 cases, predicted and reference are the same class"},
	{"joint", "true,a,b\na,0,5\nb,3,0\n", "In none of 8 cases are actual and predicted the same class"},
	{"joint", "Ist\\Soll,a,b\na,0,0.7\nb,0.3,0\n", "In no case are Ist and Soll the same class"},
	{"joint", roundedShares, "On average over rows, the row and the column are the same class in 91 percent"}, // as pandas writes them
	{"joint", "actual" + strings.ReplaceAll(roundedShares, "0.", ".") + "All" + strings.Repeat(",0.1", 10), "On average over rows, actual and predicted are the same class in 91 percent"},
	{"joint", ",a,b,All\na,0.9,0.4,0.6\nb,0.1,0.6,0.4\n", "On average over columns, the row and the column are the same class in 75 percent"},
	{"joint", ",a,b\na,0.9,0.1\nb,0.2,0.8\nAll,0.6,0.4\n", "On average over rows, the row and the column are the same class in 85 percent"},
	{"joint", ";a;b\na;90,5 %;9,5 %\nb;20 %;80 %\n", "On average over rows, the row and the column are the same class in 85 percent"},
	{"joint", ",a,b\na,90,10\nb,20,80\nAll,110,90\n", "On average over rows, the row and the column are the same class in 85 percent"},
	{"joint", ",a,b\nc,0.9,0.1\nd,0.25,0.75\n", "Were all rows equally likely, row and column would tell 0.344 bits"},
	{"joint", square(26), "In 4 percent of 67\u2009600 cases"},
	{"joint", `"","Prediction","Reference","Freq"` + "\n" + `"1","0","0",60` + "\n" + `"2","1","0",3` + "\n" + `"3","1","1",9`, "In 96 percent of 72 cases, prediction and reference"},
	{"joint", "actual,p,n\np,50,3\nn,4,20\n", "In 91 percent of 77 cases"},                     // wide
	{"joint", `"0" "1"` + "\n" + `"0" 50 7` + "\n" + `"1" 4 81`, "In 92 percent of 142 cases"}, // as R writes them

	{"cost", "name,p,q\nsun,0.7,0.4\nrain,0.2,0.4\nsnow,0.1,0.2\n", "A wrong model loses more than it saves"},
	{"cost", "sun;0,7;4\nrain;20%;4\nsnow;1e-1;2\n", "A wrong model loses more than it saves"},
	{"cost", ",p,q\nsun,3,3\nrain,1,1\n", "A model that is right loses nothing and saves nothing"}, // as pandas writes them
	{"cost", ",name,p,q\n0,sun,3,3\n1,rain,1,1\n", "A model that is right loses nothing and saves nothing"},
	{"cost", "q,x,p,name\n0.4,1,0.5,sun\n0.4,2,0.5,rain\n0.2,3,0,snow\n", "What a model gives to the impossible"},
	{"cost", "a,9999999999999,1\nb,1,1\n", "A wrong model loses more than it saves"}, // nothing is impossible
	{"cost", "a,50,52\nb,50,48\n", "A model that is nearly right loses hardly more than it saves"},
	{"cost", "a,1,1\nb,1,0\n", "q gives outcome 2, b, probability 0, p gives it 0.5: the cost is infinite (want more than 0 there; if they are counts, -add 1"},
	{"cost", "a,33.3%,1\nb,33.3%,2\nc,33.3%,3\n", "A wrong model loses more than it saves"},
	{"code-lengths", "name,p,q\nsun,2,1\nrain,1,1\n", "The likelier the outcome, the shorter its codeword"},
	{"code-lengths", "name,p\nsun,1\nrain,0\nsnow,1\n", "Where all outcomes that happen are equally likely, no codeword is shorter"},
	{"code-lengths", "Land,p,q\nsun,0,1\nrain,5,1\n", "What is sure to happen needs no codeword"},
	{"code-lengths", "Land;Anteil\nsun;0 %\nrain;100 %\n", "What is sure to happen needs no codeword"},
	{"code-lengths", "sun,0,1\nrain,1,1\n", "t.csv:1: 3 columns, want name,p"},
	{"code-lengths", "name,p\nsun,1\nrain,0\n", "What is sure to happen needs no codeword"},
	{"sentence", "token,probability\nThe,0.25\n cat,0.5\n sat,1\n", "One of 3 tokens costs 67 percent of the bits"},
	{"sentence", "token;surprisal\na;1,5\nb;0\n", "One of 2 tokens costs more than 99 percent of the bits"},
	{"sentence", "id,token,logprob\n1,\" a\",\n2,\"\n\",-1e-9\n3,,-2\n", "One of 2 tokens costs more than 99 percent of the bits"},
	{"sentence", "token,surprisal\n" + strings.Repeat("Niederschlagswahrscheinlichkeit,1\n", 9), "A token costs 1.00 bits on average"},
	{"sentence", "token,surprisal\n" + strings.Repeat("W", 99) + ",1\nb,1\n", "A token costs 1.00 bits on average"},
	{"sentence", "token,logprob\na,-0\nb,0\n", "The model was sure of every token"},
	{"sentence", "text,logprob\na,-1\nb,-2\n", "One of 2 tokens costs 67 percent"},
	{"sentence", "text,log_prob\na,-1\nb,-2\n", "One of 2 tokens costs 67 percent"},
	{"sentence", "rank,decoded_token,logprobs\n1,a,-1\n1,b,-2\n", "One of 2 tokens costs 67 percent"},
	{"sentence", "token,nll\na,1\nb,2\n", "One of 2 tokens costs 67 percent"},
	{"sentence", "token,log10prob\na,-1\n", "A token costs 3.32 bits on average"},
	{"long-tail", manyNames(40, "5"), "t.csv: p has 40 outcomes that are equally likely, want some rarer"},
	{"long-tail", manyNames(10, "1") + "Mus,90\n", "The rare outcomes have 10 percent of the probability, and 83 percent"},
	{"long-tail", manyNames(9, "1") + "Mus,0\n", "t.csv: p has 9 outcomes that can happen, want at least 10"},
	{"simplex", "name,p\nsun,12345\nrain,23456\nsnow,3456\n", "No distribution of three outcomes"},
	{"simplex", "name,p\nsun,1\nrain,1\n", "p has 2 outcomes, want 3"},
}

// roundedShares is a matrix of classes called 0 to 9, of two decimals that do not sum to 1.
var roundedShares = func() string {
	table := ",0,1,2,3,4,5,6,7,8,9\n"
	for k := range 10 {
		line := slices.Repeat([]string{"0.01"}, 10)
		line[k] = []string{"0.88", "0.91", "0.93"}[k%3]
		table += fmt.Sprintf("%d,%s\n", k, strings.Join(line, ","))
	}
	return table
}()

// manyNames is a table of names that each have the same count.
func manyNames(n int, count string) string {
	table := "name,count\n"
	for i := range n {
		table += fmt.Sprintf("Niederschlagswahrscheinlichkeit %d,%s\n", i, count)
	}
	return table
}

// square is a table of as many rows as columns, with the same in each cell.
func square(n int) string {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprint("class ", i))
	}
	table := "class," + strings.Join(names, ",")
	for _, name := range names {
		table += "\n" + name + strings.Repeat(",100", n)
	}
	return table
}

const (
	asSaid   = "The events came about as often"
	tooFew   = "Too few to tell whether the forecasts are right"
	tooSure  = "All in all, the forecasts are too sure"
	ruledOut = "Some forecasts ruled out what came"
)

// forecastsOf returns lines, each so many times.
func forecastsOf(linesAndTimes ...any) string {
	var all strings.Builder
	for i := 0; i < len(linesAndTimes); i += 2 {
		all.WriteString(strings.Repeat(linesAndTimes[i].(string), linesAndTimes[i+1].(int)))
	}
	return strings.ReplaceAll(all.String(), " ", "\n")
}

func figureNamed(t *testing.T, name string) figure {
	t.Helper()
	named, err := choose(name)
	if err != nil {
		t.Fatal(err)
	}
	return named[0]
}

// mustRead reads a table.
func mustRead[T any](t *testing.T, read func(name string, r io.Reader) (T, error), table string) T {
	t.Helper()
	all, err := read("t.csv", strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// figureOf is the figure of a name of a table.
func figureOf(t *testing.T, name, table string) figure {
	t.Helper()
	f := figureNamed(t, name)
	return mustRead(t, func(file string, r io.Reader) (figure, error) { return f.read(f, file, r) }, table)
}

// Whatever a table holds, it is drawn as the figures of the book are, or refused.
func TestTablesOfReaders(t *testing.T) {
	for i, tt := range tables {
		f := figureNamed(t, tt.figure)
		f, err := f.read(f, "t.csv", strings.NewReader(tt.table))
		if err == nil {
			err = f.check(f.inBook())
		}
		if err != nil {
			if !strings.HasPrefix(err.Error(), tt.says) {
				t.Errorf("%s of %.40q: %v, want %q", tt.figure, tt.table, err, tt.says)
			}
			continue
		}
		for _, width := range []vg.Length{page.Width, 84 * vg.Millimeter, page.LeastWidth} {
			t.Run(fmt.Sprintf("%s/%d/%.0fpt", f.name, i, width), func(t *testing.T) {
				d := f.of(f.inBook(), page.Look{Width: width, Title: true})
				if !strings.HasPrefix(d.Title, tt.says) {
					t.Errorf("%.40q: the title is %q, want %q", tt.table, d.Title, tt.says)
				}
				checkTexts(t, d)
				checkSVG(t, d)
				checkData(t, d)
			})
		}
	}
}

func TestDataFlag(t *testing.T) {
	path := written(t, "t.csv", "1,0.9\n0,0.2\n")
	files := drawn(t, "-only", "reliability", "-data", path, "-format", "svg,csv")
	if !strings.Contains(files["reliability.csv"], "\n0.9,1,0.206543291,1,1\n") {
		t.Errorf("the data are %s", files["reliability.csv"])
	}
	if files["reliability.svg"] == drawn(t, "-only", "reliability")["reliability.svg"] {
		t.Error("-data draws the figure of the book")
	}
	signs := written(t, "t.csv", "x,a_b,*c*\na^2,1,0\nd_1,0,1\n")
	for _, name := range []string{">a_b</text>", ">*c*</text>", ">a^2</text>", ">d_1</text>"} {
		if !strings.Contains(drawn(t, "-only", "joint", "-data", signs)["joint.svg"], name) {
			t.Errorf("the figure does not say %s", name)
		}
	}
	for bins, want := range map[string]string{
		"2": "for 2 forecasts in 2 bins of equal width, with", "equal:2": "for 2 forecasts in 2 bins of 1, with",
	} {
		svg := drawn(t, "-only", "reliability", "-data", path, "-bins", bins)["reliability.svg"]
		if !strings.Contains(svg, want) {
			t.Errorf("-bins %s does not say %q", bins, want)
		}
	}
	shares := written(t, "shares.csv", "name,p,q\na,0.5,1.0\nb,0.5,0.0\n")
	never := written(t, "never.csv", "name,p,q\na,3,6\nb,1,0\nTotal,4,6\n")
	counted := drawn(t, "-only", "cost", "-data", never, "-add", "1", "-format", "csv")["cost.csv"]
	if want := "\na,0.666666667,0.875,"; !strings.Contains(counted, want) {
		t.Errorf("with 1 added the data are %s, want %s", counted, want)
	}
	for _, tt := range []struct {
		args   string
		status int
		says   string
	}{
		{"-only bowl -data t.csv", 2, "figure bowl does not listen to -data; these do: "},
		{"-data t.csv", 2, "-data: want one figure, which -only names, of "},
		{"-only reliability -data t.csv -add 1", 2, "figure reliability does not listen to -add"},
		{"-only cost -data t.csv -p 0.5,0.5", 2, "-data and -p: the table gives all that is drawn"},
		{"-only cost -data t.csv -add x", 1, `invalid value "x" for flag -add: want a number from 0`},
		{"-only joint -data t.csv -add 1", 2, "figure joint does not listen to -add; these do: "},
		{"-only cost -add 1 -data " + shares, 1, "-data: " + shares + ": column p has decimals, want whole numbers for -add"},
		{"-only cost,simplex -data t.csv", 2, "-data: want one figure, which -only names, of simplex, "},
		{"-only joint -data t.csv -bins 5", 2, "figure joint does not listen to -bins; these do: reliability"},
		{"-only joint -data t.csv -bins 5", 2, "figure joint does not listen to -bins; these do: reliability"},
		{"-only reliability -bins 5", 2, "-bins goes with -data, a table of forecasts"},
		{"-only reliability -bins equal:51", 1, `invalid value "equal:51" for flag -bins: want a whole number from 2 to 50`},
		{"-only joint -data .", 1, "-data: "},
		{"-only relyability -data t.csv", 1, `-only: no figure "relyability"`},
		{"-only reliability -data nowhere.csv", 1, "-data: open nowhere.csv: no such file or directory"},
		{"-only reliability -data table_test.go", 1, "-data: table_test.go"},
	} {
		status, _, got := call(append(strings.Fields(tt.args), "-out", t.TempDir())...)
		if status != tt.status || !strings.HasPrefix(got, "plots: "+tt.says) || strings.Count(got, "\n") != 1 {
			t.Errorf("%s: status %d, %q, want %d, %q", tt.args, status, got, tt.status, tt.says)
		}
	}
}

// Nothing is left out or rescaled in silence.
func TestWhatIsReadOtherwiseIsSaid(t *testing.T) {
	for table, want := range map[string]string{
		"name;p;q\na;33,3 %;0,5\nb;33,3 %;0,3\nc;33,3 %;0,2\n":         "column p sums to 0.999, by rounding, and is rescaled to 1",
		"name;p;q\na;33,3 %;0,5\nb;33,3 %;0,3\nc;33,4 %;0,2\n":         "",
		"name,p,q\na,2,1\nb,1,5\nTotal,3,6\n":                          "left out as a total: Total",
		"name;p;q\na;0,333;0,5\nb;0,333;0,3\nc;0,333;0,2\nSumme;1;1\n": "left out as a total: Summe; column p sums to 0.999, by rounding, and is rescaled to 1",
		"name,p,q\nΣ,3,6\nall,2,1\nb,1,5\n":                            "left out as a total: Σ",
		"name,p,q\na,2,1\nall,1,5\nTotal,3,5\n":                        "", // no sum of q
		"name,p,q\nsum,2,1\nall,2,1\n":                                 "", // one of two
		"name,p,q\na,2,1\nb,1,5\nc,3,6\n":                              "", // no name of one
	} {
		f := figureNamed(t, "cost")
		f, err := f.read(f, "t.csv", strings.NewReader(table))
		if err != nil {
			t.Error(err)
			continue
		}
		d := f.of(f.inBook(), page.Look{Width: page.Width})
		if got := d.Lost(); got != want || d.LacksRoom() {
			t.Errorf("of %q the figure says %q, want %q", table, got, want)
		}
	}
}
