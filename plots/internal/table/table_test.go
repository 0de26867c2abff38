package table

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// readers are the functions of the package, by what they read.
var readers = map[string]func(name string, r io.Reader) (any, error){
	"losses":    func(name string, r io.Reader) (any, error) { return ReadLosses(name, r) },
	"forecasts": func(name string, r io.Reader) (any, error) { return ReadForecasts(name, r) },
	"crosstab":  func(name string, r io.Reader) (any, error) { return ReadCrosstab(name, r) },
	"tokens":    func(name string, r io.Reader) (any, error) { return ReadTokens(name, r) },
	"share":     func(name string, r io.Reader) (any, error) { return ReadShares(name, r, 0, "p") },
	"shares":    func(name string, r io.Reader) (any, error) { return ReadShares(name, r, 0, "p", "q") },
}

// refused are tables that no figure can be drawn of, and how what says so begins.
var refused = []struct{ kind, table, says string }{
	{"forecasts", "truth,.pred_a\na,1\n", `t.csv:2: column 1 = "a", want 0 or 1, FALSE or TRUE`},
	{"forecasts", "animal,a,b\na,1,0\nb,1,0\n", `t.csv:1: the headings are "animal", "a", "b", want ` +
		"label,forecast among them; or class, what came, and a column for each; -list prints other headings that serve"},
	{"forecasts", "truth,a,b\na,1,0\nc,1,0\n", `t.csv:3: column 1 = "c", want one of the headings of the other columns; ` +
		"or, for forecasts of 0 or 1, head their column forecast"},
	{"forecasts", "class,file,a,b\na,x.png,1,0\n", `t.csv:2: column 2 = "x.png" under "file", want a probability ` +
		"from 0 to 1; or leave the column out if it is no class's"},
	{"forecasts", "class,a,b\na,,1\n", "t.csv: no lines of label,forecast"},
	{"forecasts", "y,outcome,a,b\na,a,1,0\n", `t.csv:1: columns "y" and "outcome" may both be the label: head one of them`},
	{"forecasts", "class,p,n\np,1,0\n", `t.csv:1: the headings are "class", "p", "n", want label,p among them; or class`},
	{"forecasts", "class,a,b\na,0.5,x\nb,1,0", `t.csv:2: column 3 = "x" under "b", want a probability from 0 to 1`},
	{"forecasts", "class,a,b\nc,0.5,0.5\n", `t.csv:2: column 1 = "c", want one of the headings of the other`},
	{"forecasts", "class,a,b\na,0.5,0.4\n", `t.csv:2: column 1 = "a": the probabilities of a, b sum to 0.9, want 1`},
	{"forecasts", "class,a,b\na,1.5,-0.5\n", `t.csv:2: column 2 = "1.5" under "a", want a probability from 0 to 1`},
	{"forecasts", "class,a,b\n", "t.csv: no lines of label,forecast"},
	{"forecasts", "", "t.csv: no lines of label,forecast"},
	{"forecasts", "label,forecast\n1,0.5\n2,0.5", `t.csv:3: column 1 = "2", want 0 or 1`},
	{"forecasts", "label,forecast\n1,1.5", `t.csv:2: column 2 = "1.5", want a forecast from 0 to 1`},
	{"forecasts", "label;forecast\n1;97,8", `t.csv:2: column 2 = "97,8", want a forecast from 0 to 1: divide by 100, or write % in each cell or in the heading`},
	{"forecasts", "class;a;b\na;97,5;2,5\n", `t.csv:2: column 2 = "97,5" under "a", want a probability from 0 to 1: divide by 100, or write %`},
	{"forecasts", "Risiko;Regen\n0,4;1\n", `t.csv:2: column 1 = "0,4", want 0 or 1, FALSE or TRUE: write 1 for what the forecasts are of, ` +
		"and 0 for the other; the columns are taken for label,forecast"},
	{"tokens", "token,logprob\na,-5e300\n", `t.csv:2: column 2 = "-5e300", want at most 1e+99 bits, or inf`},
	{"forecasts", "label,forecast\n1,x", `t.csv:2: column 2 = "x", want a number`},
	{"forecasts", "prob,result\n0.5,x\n", `t.csv:1: the headings are "prob", "result", want label,prob`},
	{"forecasts", "y,p,prob\n1,0.5,0.6\n", `t.csv:1: columns "prob" and "p" may both be the forecast: head one of them`},
	{
		"forecasts", "label,p\nbenign,0.1\nmalignant,0.9\n",
		`t.csv:2: column 1 = "benign", want 0 or 1, FALSE or TRUE: write 1 for what the forecasts are of`,
	},
	{"forecasts", "id,disease,prob\n7,no,0.2\n8,yes,0.7\n", `t.csv:1: the headings are "id", "disease", "prob", want label,prob among them`},
	{"forecasts", "id,sex,disease,prob\n7,m,no,0.2\n8,f,yes,0.7\n", `t.csv:1: the headings are "id", "sex", "disease", "prob", want label,prob`},
	{"forecasts", "pred,a,b\na,1,0\nb,0,1\n", `t.csv:1: the headings are "pred", "a", "b", want label,forecast among them; or class, what`},
	{"forecasts", "x,y,a,b\na,a,1,0\nb,a,0,1\n", `t.csv:2: column 1 = "a" under "x", want a probability`},
	{"forecasts", "class,P(a),P(b)\na,1,0\nb,0,0.5\n", `t.csv:3: column 1 = "b": the probabilities of a, b sum to 0.5, want 1`},
	{"forecasts", "class,P(a),P(b)\na,1,0\nc,0,1\n", `t.csv:3: column 1 = "c", want one of the headings of the other columns`},
	{"forecasts", "label,p\na,0.1\nb,0.9\nc,0.9\n", `t.csv:2: column 1 = "a", want 0 or 1, FALSE or TRUE`},
	{"forecasts", "y,q,z\n1,0.5,0.2\n", `t.csv:2: column 1 = "1", want one of the headings of the other columns; or, for forecasts of 0 or 1, head`},
	{"forecasts", "y,came,q\n1,1,0.5\n", `t.csv:2: column 1 = "1", want one of the headings of the other columns; or, for`},
	{"forecasts", "y,id,q\n1,1,0.5\n", `t.csv:1: the headings are "y", "id", "q", want y,forecast among them; or class`},
	{"forecasts", "sex,came,q\n1,0,0.2\n0,1,0.5\n", `t.csv:1: the headings are "sex", "came", "q", want label,forecast`},
	{"forecasts", "day,came,q\na,0,0\nb,1,1\n", `t.csv:1: the headings are "day", "came", "q", want label,forecast`},

	{"losses", ",loss,val_loss\na,3,3\n", `t.csv:1: the headings are "loss", "val_loss", want step,loss,val_loss`},
	{"losses", "step,loss,train_loss,val_loss\n1,3,3,3\n", `t.csv:1: columns "loss" and "train_loss" may both be the training`},
	{"losses", "Step,a - train/loss,b - train/loss,a - val/loss\n0,3,3,3\n", `t.csv:1: columns "a - train/loss" and "b - train/loss" may both be the training`},
	{"losses", "Step,a - x,a - y,a - val/loss\n0,3,3,3\n", `t.csv:1: the headings are "Step", "a - x", "a - y", "a - val/loss", want Step,training,a - val/loss among them; -list prints other headings that serve`},
	{"losses", "step,validation,mine\n1,3,3\n", `t.csv:1: the headings are "step", "validation", "mine", want step`},
	{"losses", "1,3,3\n2,2,\n", "t.csv: 2 lines of training loss and 1 of validation loss, want 2 of each"},
	{"losses", "epoch,data,value\n1,loss,3\n", `t.csv:2: column 2 = "loss", want a number; each of the two losses has a column of its own`},
	{"losses", "1,3,3\n1,2,2\n", `t.csv:2: column 1 = "1", want a step above the one before, 1`},

	{"crosstab", "x,a,b" + strings.Repeat("\nc,1,1", 27), "t.csv: 27 rows of counts, want 2 to 26"},
	{"crosstab", "a,b,size\ncat,dog,1\n", `t.csv:2: column 2 = "dog", want a number; or, where two names stand before it, count above`},
	{"crosstab", "a,b,n\ncat,dog,1\ncat,dog,2\n", `t.csv:3: column 2 = "dog" again with "cat", want each pair once`},
	{"crosstab", "a,b,n\ncat,dog,1\ncat,cat,-2\n", `t.csv:3: column 3 = "-2", want a count`},
	{"crosstab", "", "t.csv: 0 rows of counts, want 2 to 26"},
	{"crosstab", "1,2\n3,4\n", `t.csv:1: column 1 = "1", want names in the first line and column`},
	{"crosstab", "x,a\nc,1\nd,3\n", "t.csv: 1 column of counts, want 2 to 26"},
	{"crosstab", "x,y\n" + strings.Join(strings.Split("abcdefghijklmnopqrstuvwxyzäöü", ""), ",k\n"), `t.csv:29: column 1 = "ö" is row 28, want 26 at most`},
	{"crosstab", "x,y\na,c\nb,d\n", "t.csv: two columns of names that are not the same: count them first, in a third column, count"},
	{"crosstab", ",a,b\nc,1,-2\nd,3,4\n", `t.csv:2: column 3 = "-2", want a count, 0 or more`},
	{"crosstab", ",a,b\nc,1,x\nd,3,4\n", `t.csv:2: column 3 = "x", want a number`},
	{"crosstab", "x,a,a\nc,1,2\nd,3,4\n", `t.csv: columns 1 and 2 are both called "a"`},
	{"crosstab", "x,a,b\nc,1,2\nc,3,4\n", `t.csv: rows 1 and 2 are both called "c"`},
	{"crosstab", ",a,b\nc,0,0\nd,0,0\n", "t.csv: all counts are 0, or they are too large"},

	{"shares", "name,p,q\n", "t.csv: no lines of name,p,q"},
	{"shares", "a,1,1\na,1,0\n", `t.csv:2: column 1 = "a" again, as in line 1, want each name once`},
	{"shares", "a,1,1\n,1,0\n", `t.csv:2: column 1 = "", want a name`},
	{"shares", "a,1,1\nb,1,-1\n", `t.csv:2: column 3 = "-1", want 0 or more`},
	{"shares", "a,33.3%,1\nb,33.3%,2\nc,33.2%,3\n", "t.csv: column p sums to 0.998, want 1, or whole numbers for counts"},
	{"shares", "a,0.5,1\nb,0.3,1\nc,0.3,1\n", "t.csv: column p sums to 1.1, want 1, or whole numbers for counts"},
	{"shares", "a;31,4;1\nb;68,5;2\n", "t.csv: column p sums to 99.9, want 1: divide by 100, or write %"},
	{"shares", "a,0.5,1\nb,0.4,1\n", "t.csv: column p sums to 0.9, want 1, or whole numbers for counts"},
	{"shares", "a,0.5,0\nb,0.5,0\n", "t.csv: column q is all 0, or too large"},

	{"shares", "Ereignis,2022,2023\nSturm,44,70\n", `t.csv:1: column 2 = "2022" may be a year above the column: write p and q in place of years, or a`},
	{"share", "Ereignis;2022\nSturm;44\n", `t.csv:1: the headings are "Ereignis", "2022", want Ereignis,p among them`},
	{"share", "Ereignis;2022;2023\nSturm;44;70\n", "t.csv:1: 3 columns, want name,p"},
	{"share", "p,Land,Ort\n2,sun,a\n1,rain,b\n", `t.csv:1: the headings are "p", "Land", "Ort", want name,p among`},
	{"share", "sun,0.5\nrain,0.5\n", `t.csv:1: the headings are "sun", "0.5", want name,p among them`},

	{"tokens", "token,probability\na,2\n", `t.csv:2: column 2 = "2", want a probability from 0 to 1`},
	{"tokens", "tok,lp\na,-1\n", `t.csv:2: column 2 = "-1", want a probability from 0 to 1; or head the column logprob, nll or surprisal`},
	{"tokens", "token,nll\na,-1\n", `t.csv:2: column 2 = "-1", want nats, 0 or more; or head the column logprob`},
	{"tokens", "token,logprob\na,1\n", `t.csv:2: column 2 = "1", want the natural logarithm of a probability`},
	{"tokens", "token,surprisal\na,-1\n", `t.csv:2: column 2 = "-1", want bits, 0 or more`},
	{"tokens", "token,surprisal\na,\n", "t.csv: no lines of token,probability"},
	{"tokens", "word,p,q\na,1,1\n", `t.csv:1: the headings are "word", "p", "q", want token,p among them; for`},
	{"tokens", "token,logprob\n" + strings.Repeat("a,-1\n", 121), `t.csv:122: column 1 = "a" is token 121, want 120 at most: a page`},

	{"share", "Mus musculus,90\nRattus rattus,1\n", `t.csv:1: the headings are "Mus musculus", "90"`},
	{"crosstab", "x,1,2,total\n", "t.csv: 0 rows of counts, want 2 to 26"},
	{"losses", ",loss,val_loss\n0,3,3\nb,3,3\n", `t.csv:3: column 1 = "b", want a number`},
	{"losses", "step\tloss\tval_loss\n1.000\t3\t3\n2.000\t2\t3\n", `t.csv:2: column 1 = "1.000" is 1.000 or 1000`},
	{"losses", "step\tloss\tval_loss\n1.000\t2.800\t3.047\n2.000\t2.621\t2.863\n", `t.csv:2: column 1 = "1.000" is 1.000 or 1000`},
	{"shares", "name\tp\tq\na\t1.000\t2.000\nb\t3.000\t4.000\n", `t.csv:2: column 2 = "1.000" is 1.000 or 1000`},
	{"crosstab", "x\ta\tb\nc\t1.000\t2.000\nd\t3.000\t4.000\n", `t.csv:2: column 2 = "1.000" is 1.000 or 1000`},
	{"shares", ",p,q\na,1,1\n,1,1\n", `t.csv:3: column 1 = "", want a name`},
}

func TestRefusals(t *testing.T) {
	for _, tt := range refused {
		_, err := readers[tt.kind]("t.csv", strings.NewReader(tt.table))
		if err == nil || !strings.HasPrefix(err.Error(), tt.says) {
			t.Errorf("%s of %.40q: %v, want %q", tt.kind, tt.table, err, tt.says)
		}
	}
}

// What is read of tables that each have something of their own.
func TestReaders(t *testing.T) {
	for _, tt := range []struct{ kind, table, want string }{
		{
			"losses", "Global Step,loss,val_loss\n1,3,\n2,2.5,2\n3,inf,1\n4,nan,nan\n",
			"{Training:{Losses:[{Step:1 Loss:3} {Step:2 Loss:2.5}] Infinite:1 Broken:[{Step:3 Loss:+Inf} {Step:4 Loss:NaN}] lines:4} " +
				"Validation:{Losses:[{Step:2 Loss:2} {Step:3 Loss:1}] Infinite:0 Broken:[{Step:4 Loss:NaN}] lines:3} " +
				"Unit: Steps:global step Last:4 Notes:[nothing says the unit of the losses: head a column \"loss (nats)\", say] lines:4}",
		},
		{
			"losses", ",loss,val_loss\n0,3,3\n1,2,2\n",
			"{Training:{Losses:[{Step:0 Loss:3} {Step:1 Loss:2}] Infinite:0 Broken:[] lines:2} Validation:{Losses:[{Step:0 Loss:3} " +
				"{Step:1 Loss:2}] Infinite:0 Broken:[] lines:2} Unit: Steps:step Last:1 Notes:[the x axis, called step, is the " +
				"first column, which has no name: head it epoch, say nothing says the unit of the losses: head a column " +
				"\"loss (nats)\", say] lines:2}",
		},
		{
			"forecasts", "Y true,Prob\nTRUE,50%\n0,0\n",
			"{Said:[0.5 0] Happened:[true false] Classes:[] Cost:0.6931 nats Notes:[]}",
		},
		{
			"forecasts", "\"\";\"patient\";\"outcome\";\"pred.prob\"\n\"1\";\"P19\";1;0,5\n\"2\";\"P4\";0;0\n",
			"{Said:[0.5 0] Happened:[true false] Classes:[] Cost:0.6931 nats Notes:[]}",
		},
		{
			"forecasts", "Regen;Prognose (%)\nTRUE;50\nFALSE;0\n",
			"{Said:[0.5 0] Happened:[true false] Classes:[] Cost:0.6931 nats Notes:[label is the column Regen, forecast is the column Prognose (%)]}",
		},
		{
			"forecasts", "y_true,y_pred,prob_0,prob_1\n1,0,0.5,0.5\n0,1,1,0\n",
			"{Said:[0.5 0] Happened:[true false] Classes:[] Cost:0.6931 nats Notes:[]}",
		},
		{
			"forecasts", "y_true,prob_0,prob_1,prob_2\n1,0.25,0.5,0.25\n0,0,1,0\n",
			"{Said:[0.5 1] Happened:[true false] Classes:[0 1 2] Cost:∞ nats Notes:[]}",
		},
		{
			"forecasts", "class,y,n\ny,0.5,0.5\nn,1,0\n",
			"{Said:[0.5 1] Happened:[true false] Classes:[y n] Cost:∞ nats Notes:[]}",
		},
		{
			"forecasts", "sex,y,risk\n1,1,0.5\n0,0,0\n",
			"{Said:[0.5 0] Happened:[true false] Classes:[] Cost:0.6931 nats Notes:[]}",
		},
		{
			"forecasts", "id,class,a,b\n7,a,0.5,0.5\n8,b,1,0\n",
			"{Said:[0.5 1] Happened:[true false] Classes:[a b] Cost:∞ nats Notes:[]}",
		},
		{
			"forecasts", "y_true,a,b\na,0.5,0.5\nb,1,0\n",
			"{Said:[0.5 1] Happened:[true false] Classes:[a b] Cost:∞ nats Notes:[]}",
		},
		{
			"forecasts", "Class;P(a);P(b) (%)\na;0,5;50\nb;1;0\n",
			"{Said:[0.5 1] Happened:[true false] Classes:[a b] Cost:∞ nats Notes:[]}",
		},
		{
			"forecasts", "true,class_a,class_b\nclass_a,0.5,0.5\nclass_b,1,0\n",
			"{Said:[0.5 1] Happened:[true false] Classes:[a b] Cost:∞ nats Notes:[]}",
		},
		{
			"forecasts", "y_test,0,1\n0,0.5,0.5\n1,1,0\n",
			"{Said:[0.5 1] Happened:[true false] Classes:[0 1] Cost:∞ nats Notes:[]}",
		},
		{
			"forecasts", "\"\",\"obs\",\"pred\",\"a\",\"b\"\n\"1\",\"a\",\"a\",0.5,0.5\n\"2\",\"b\",\"a\",1,0\n",
			"{Said:[0.5 1] Happened:[true false] Classes:[a b] Cost:∞ nats Notes:[]}",
		},
		{
			"forecasts", "class;a (%);b (%)\na;97,5;2,5\nb;60%;40\n",
			"{Said:[0.975 0.6] Happened:[true false] Classes:[a b] Cost:0.9416 nats Notes:[]}",
		},
		{
			"tokens", "Token,Surprisal (bits)\na,1\nb,2\n",
			"{Texts:[a b] Costs:[1 bit 2 bits]}",
		},
		{
			"tokens", "Token,Surprisal [nats]\na,1\nb,2\n",
			"{Texts:[a b] Costs:[1.443 bits 2.885 bits]}",
		},
		{
			"tokens", "token,p (%)\na,50\nb,25\n",
			"{Texts:[a b] Costs:[1 bit 2 bits]}",
		},
		{ // as R writes what it has rounded
			"losses", "epoch\tloss (nats)\tval_loss\n1\t2.800\t3.047\n2\t2.621\t2.863\n",
			"{Training:{Losses:[{Step:1 Loss:2.8} {Step:2 Loss:2.621}] Infinite:0 Broken:[] lines:2} Validation:{Losses:[{Step:1 " +
				"Loss:3.047} {Step:2 Loss:2.863}] Infinite:0 Broken:[] lines:2} Unit:nats Steps:epoch Last:2 " +
				"Notes:[the mark in 2.800 is taken for a decimal one, and not for thousands] lines:2}",
		},
		{
			"losses", "step;loss (nats);val_loss\n1;2.800;3.0\n2;2.621;2.863\n",
			"{Training:{Losses:[{Step:1 Loss:2.8} {Step:2 Loss:2.621}] Infinite:0 Broken:[] lines:2} Validation:{Losses:[{Step:1 " +
				"Loss:3} {Step:2 Loss:2.863}] Infinite:0 Broken:[] lines:2} Unit:nats Steps:step Last:2 Notes:[] lines:2}",
		},
		{"tokens", "token,bits\n\" ,\",1\n\" ,b\" ,2\n", "{Texts:[ ,  ,b] Costs:[1 bit 2 bits]}"},
		{"tokens", "token;bits\n\" ;\";1\n\" , \";2\n", "{Texts:[ ;  , ] Costs:[1 bit 2 bits]}"},
		{"tokens", "token;log10prob\na;-1.000\nb;-2.000\n", "{Texts:[a b] Costs:[3.322 bits 6.644 bits]}"},
		{"tokens", "token\tlog10prob\na\t-1,000\nb\t-2,000\n", "{Texts:[a b] Costs:[3.322 bits 6.644 bits]}"},
		{
			"shares", "name\tp (%)\tq (%)\na\t25.000\t50.000\nb\t75.000\t50.000\n",
			"{Names:[a b] Heading: Distributions:[(0.25, 0.75) (0.5, 0.5)] Notes:[]}",
		},
		{
			"share", "name;p [%]\na;31,4\nb;68,5\n",
			"{Names:[a b] Heading: Distributions:[(0.31431431431431434, 0.6856856856856858)] " +
				"Notes:[column p sums to 0.999, by rounding, and is rescaled to 1]}",
		},
		{
			"losses", "Schritt;val_acc;acc\n1;3;2\n2;2;1\n",
			"{Training:{Losses:[{Step:1 Loss:3} {Step:2 Loss:2}] Infinite:0 Broken:[] lines:2} Validation:{Losses:[{Step:1 Loss:2} {Step:2 Loss:1}] Infinite:0 Broken:[] lines:2} Unit: Steps:Schritt Last:2 Notes:[training is the column val_acc, validation is the column acc nothing says the unit of the losses: head a column \"loss (nats)\", say] lines:2}",
		},
		{
			"forecasts", "outcome,fitted\n1,0.5\n",
			"{Said:[0.5] Happened:[true] Classes:[] Cost:0.6931 nats Notes:[forecast is the column fitted]}",
		},
		{
			"shares", "Nr.;Ereignis;p (%);q (%);Quelle\n1;sun;25,0;50,0;2\n2;rain;75,0;50,0;3\n",
			"{Names:[sun rain] Heading:Ereignis Distributions:[(0.25, 0.75) (0.5, 0.5)] Notes:[]}",
		},
		{
			"share", "Land,Ort,q,p\nsun,a,2,1\nrain,b,1,3\n",
			"{Names:[sun rain] Heading:Land Distributions:[(0.25, 0.75)] Notes:[]}",
		},
		{
			"shares", "Ereignis;Anteil 2019 (%);q\nsun;25,0;1\nrain;75,0;1\n",
			"{Names:[sun rain] Heading:Ereignis Distributions:[(0.25, 0.75) (0.5, 0.5)] " +
				"Notes:[p is the column Anteil 2019 (%)]}",
		},
		{
			"shares", "sep=,\nsun,1,1200\nrain,3,1200\n",
			"{Names:[sun rain] Heading: Distributions:[(0.25, 0.75) (0.5, 0.5)] Notes:[no headings: line 2 is taken for data]}",
		},
		{
			"tokens", "token,log10prob\nĠa,-1\nĊ,\nb,-inf\n",
			"{Texts:[ a \n b] Costs:[3.322 bits NaN bits ∞ bits]}",
		},
		{
			"shares", "Land,p,q\nsun,0.333,3\nrain,0.666,1\nΣ,1,4\n",
			"{Names:[sun rain] Heading:Land Distributions:[(0.3333333333333333, 0.6666666666666666) (0.75, 0.25)] " +
				"Notes:[left out as a total: Σ column p sums to 0.999, by rounding, and is rescaled to 1]}",
		},
	} {
		got, err := readers[tt.kind]("t.csv", strings.NewReader(tt.table))
		if err != nil || fmt.Sprintf("%+v", got) != tt.want {
			t.Errorf("%s of %q: %+v, %v, want %s", tt.kind, tt.table, got, err, tt.want)
		}
	}
}

// Rows and columns that are read have names, and a probability of each pair.
func TestCrosstabs(t *testing.T) {
	for _, tt := range []struct{ table, want string }{
		{"actual\\said,a,b\na,1,2\nb,3,4\n", `"actual" ["a" "b"], "said" ["a" "b"], [0.1 0.2 0.3 0.4] of 10`},
		{",c,b,Total\na,10%,20%,30%\nb,30%,40%,70%\n", `"" ["a" "b"], "" ["c" "b"], [0.1 0.2 0.3 0.4] of 100`},
		{"x,y,n\na,c,1\na,d,2\nb,c,5\n", `"x" ["a" "b"], "y" ["c" "d"], [0.125 0.25 0.625 0] of 8`},
		{"said,a,b\nactual,,\na,1,1\nb,0,2\n", `"actual" ["a" "b"], "said" ["a" "b"], [0.25 0.25 0 0.5] of 4`},
		{",pred_a,pred_b\ntrue_a,1,2\ntrue_b,3,4\n", `"true" ["a" "b"], "pred" ["a" "b"], [0.1 0.2 0.3 0.4] of 10`},
		{"Klasse,Predicted: b,Predicted: a\na,1,2\nb,3,4\n", `"Klasse" ["a" "b"], "Predicted" ["a" "b"], [0.2 0.1 0.4 0.3] of 10`},
		{",pred_-1,pred_1\n-1,1,2\n1,3,4\n", `"actual" ["-1" "1"], "pred" ["-1" "1"], [0.1 0.2 0.3 0.4] of 10`},
		{",a,b\ntrue_,1,2\ntrue_b,3,4\n", `"" ["true_" "true_b"], "" ["a" "b"], [0.1 0.2 0.3 0.4] of 10`},
		{",cat,dog\ntrue cat,1,2\ntrue dog,3,4\n", `"true" ["cat" "dog"], "predicted" ["cat" "dog"], [0.1 0.2 0.3 0.4] of 10`},
		{",pred_a,pred_b\npred_a,1,2\npred_b,3,4\n", `"" ["pred_a" "pred_b"], "" ["pred_a" "pred_b"], [0.1 0.2 0.3 0.4] of 10`},
		{",pred_a,b\na,1,2\nb,3,4\n", `"" ["a" "b"], "" ["pred_a" "b"], [0.1 0.2 0.3 0.4] of 10`},
		{"row_0,a,b\na,1,2\nb,3,4\n", `"" ["a" "b"], "" ["a" "b"], [0.1 0.2 0.3 0.4] of 10`},
		{"col_0,a,b\nrow_0,,\na,1,2\nb,3,4\n", `"" ["a" "b"], "" ["a" "b"], [0.1 0.2 0.3 0.4] of 10`},
		{",a,b,All\na,5,1,4\nb,1,5,4\nAll,6,6,8\n", `"" ["a" "b" "All"], "" ["a" "b" "All"], [0.25 0.05 0.2 0.05 0.25 0.2 0 0 0] of 20`},
		{"x,a,b,All\na,10,90,100\nb,20,80,100\nAll,30,170,200\n", `"x" ["a" "b"], "" ["a" "b"], [0.05 0.45 0.1 0.4] of 200`},
		{",day_1,day_2\ndose_1,1,2\ndose_2,3,4\n", `"" ["dose_1" "dose_2"], "" ["day_1" "day_2"], [0.1 0.2 0.3 0.4] of 10`},
		{",y_true,y_pred\n0,10,2\n1,2,10\n2,2,2\n3,10,2\n", `"y_true" ["2" "10"], "y_pred" ["2" "10"], [0.25 0.25 0.5 0] of 4`},
		{"true,pred\na,b\nb,a\na,a\na,b\n", `"true" ["a" "b"], "pred" ["a" "b"], [0.25 0.5 0.25 0] of 4`},
		{",file,pred,y_true,p\n0,x,b,a,1\n1,y,a,b,1\n2,z,a,a,1\n3,w,b,a,1\n", `"pred" ["a" "b"], "y_true" ["a" "b"], [0.25 0.25 0.5 0] of 4`},
		{"gold,said\nb,a\na,b\na,b\nb,b\n", `"gold" ["a" "b"], "said" ["a" "b"], [0 0.5 0.25 0.25] of 4`},
		{"Var1,Var2,Freq\na,a,1\nb,b,3\n", `"" ["a" "b"], "" ["a" "b"], [0.25 0 0 0.75] of 4`},
		{"x/y,b,a,c\na,1,1,0\nc,1,0,1\n", `"x" ["a" "c" "b"], "y" ["a" "c" "b"], [0.25 0 0.25 0 0.25 0.25 0 0 0] of 4`},
	} {
		c, err := ReadCrosstab("t.csv", strings.NewReader(tt.table))
		if err != nil {
			t.Error(err)
			continue
		}
		got := fmt.Sprintf("%q %q, %q %q, %.4v of %v",
			c.RowVariable, c.RowNames, c.ColumnVariable, c.ColumnNames, c.Pairs().Probabilities(), c.Total)
		if got != tt.want {
			t.Errorf("of %q: %s, want %s", tt.table, got, tt.want)
		}
	}
}

// FuzzReaders looks for tables that a reader falls over, or refuses in more than one line that names
// the file.
func FuzzReaders(f *testing.F) {
	for _, tt := range refused {
		f.Add(tt.table)
	}
	f.Fuzz(func(t *testing.T, table string) {
		for kind, read := range readers {
			_, err := read("t.csv", strings.NewReader(table))
			if err != nil && (!strings.HasPrefix(err.Error(), "t.csv:") || strings.Contains(err.Error(), "\n")) {
				t.Errorf("%s of %q: %q", kind, table, err)
			}
		}
	})
}

// Lines that lack a label or a forecast are left out, and a note says how many.
func TestMissingForecasts(t *testing.T) {
	for table, want := range map[string]string{
		"label,p\n1,0.1\n0,NA\n1,0.2\nNA,0.2\n0,\n":   "left out: 3 lines without a label or a forecast",
		"class,a,b\na,1,0\nb,0,1\n,0,1\n":             "left out: 1 line without a label or a forecast",
		"id,label,p\n,1,0.1\n7,0,0.2\n":               "",
		"class,a,b\na,0.5,0.5\nb,0.5,\nb,0.25,0.75\n": "left out: 1 line without a label or a forecast",
	} {
		fs, err := ReadForecasts("t.csv", strings.NewReader(table))
		if got := strings.Join(fs.Notes, "; "); err != nil || got != want || len(fs.Said) != 2 {
			t.Errorf("%q: %d forecasts, %q, %v, want %q", table, len(fs.Said), got, err, want)
		}
	}
}

// The usual heading is meant, with a unit, too.
func TestUsualHeadingWithAUnit(t *testing.T) {
	l, err := ReadLosses("t.csv", strings.NewReader("step,train_loss,training (nats),val_loss\n1,9,3,4\n2,9,2,3\n"))
	if err != nil || l.Training.Losses[0].Loss != 3 || l.Unit != "nats" {
		t.Errorf("%+v, %v", l, err)
	}
}

// Hugging Face writes the mean loss of a whole run into the last line, as train_loss.
func TestMeanLossOfARunIsNoLossOfAStep(t *testing.T) {
	const log = "step,eval_loss,train_runtime,train_loss\n3,1,,,\n,1,4,,\n2,2,,,\n,2,3,,\n,2,,60,2.5\n"
	for _, loss := range []string{"loss,", "loss (nats),"} {
		l, err := ReadLosses("t.csv", strings.NewReader(loss+log))
		if want := []Loss{{1, 3}, {2, 2}}; err != nil || !slices.Equal(l.Training.Losses, want) {
			t.Errorf("%s: %v, %v, want %v", loss, l.Training.Losses, err, want)
		}
	}
	if _, err := ReadLosses("t.csv", strings.NewReader("step,train_loss,eval_loss,train_runtime\n1,3,4,\n2,2,3,\n")); err != nil {
		t.Error(err)
	}
}
