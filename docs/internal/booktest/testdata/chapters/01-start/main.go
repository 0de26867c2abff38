package main

var p = []float64{0.5, 0.25} // the week

// ruledOut is not printed.
func ruledOut(w io.Writer) {
	fmt.Fprintln(w, "x")
}

func long() {
	fmt.Println("this line fits")
	fmt.Println("this line is well over the seventy-two columns that a quoted line may have")
}
