package learn_test

import (
	"fmt"

	"crossentropy/info/learn"
)

func Example() {
	hours := [][]float64{{4}, {5}, {6}, {6}, {7}, {8}} // of sleep before an examination
	passed := []int{0, 0, 1, 0, 1, 1}
	scale := learn.ScaleOf(hours)
	data := learn.Data{X: scale.Apply(hours), Y: passed, Classes: 2}
	problem := learn.Problem{Data: data, Penalty: 0.01, Pinned: true}
	fmt.Printf("%v before\n", problem.Objective(problem.Start()))
	model, _ := learn.Accelerate(problem, 1e-7, nil)
	fmt.Printf("%v after\n", problem.Objective(model))
	seven := scale.Apply([][]float64{{7}})
	fmt.Printf("logits of seven hours: %.3f\n", model.Logits(seven)[0])
	// Output:
	// 0.6931 nats before
	// 0.3103 nats after
	// logits of seven hours: [0.000 2.277]
}

func ExampleDescend() {
	fair := learn.Data{X: [][]float64{{1}, {1}}, Y: []int{0, 1}, Classes: 2}
	biased := learn.Data{X: [][]float64{{0}, {0}, {0}, {0}}, Y: []int{0, 1, 1, 1}, Classes: 2}
	for _, data := range []learn.Data{fair, biased} {
		problem := learn.Problem{Data: data, Pinned: true}
		m := learn.Descend(problem, 100, nil)
		fmt.Printf("%v at weight %.4f, bias %.4f\n", problem.Objective(m), m.Weights[0][0], m.Bias[0])
	}
	// Output:
	// 0.6931 nats at weight 0.0000, bias 0.0000
	// 0.5623 nats at weight 0.0000, bias 1.0986
}

func ExampleTemperature() {
	sure := [][]float64{{0, 4}, {0, 4}, {0, 4}, {0, 4}} // 98 % for class 1
	t, err := learn.Temperature(sure, []int{1, 1, 1, 0})
	fmt.Printf("T = %.3f %v\n", t, err)
	fmt.Printf("logits %.3f\n", learn.Heat(sure, t)[0])
	// Output:
	// T = 3.641 <nil>
	// logits [-1.099 0.000]
}

func ExampleReliability() {
	rain := []bool{false, true, true, true}
	fmt.Println(learn.Reliability([]float64{0.2, 0.3, 0.8, 0.9}, rain, 2))
	// Output: [{2 0.25 0.5} {2 0.8500000000000001 1}]
}

func ExampleData_BaseRate() {
	d := learn.Data{Y: []int{1, 0, 1, 1}, Classes: 2}
	fmt.Println(d.BaseRate())
	// Output: (0.25, 0.75)
}
