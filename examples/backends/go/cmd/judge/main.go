// judge RULEBOOK…: vectors on stdin, one a line; answers on stdout, in order. "A judge" in docs/rulebook.md.
package main

import (
	"log"
	"os"

	kl01 "kl01.example/backend"
)

func main() {
	log.SetFlags(0)
	lines := kl01.Lines{}
	for _, file := range os.Args[1:] {
		rulebook, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		judge, err := kl01.New(rulebook)
		if err != nil {
			log.Fatalf("%s: %v", file, err)
		}
		lines[judge.Name()] = judge
	}
	if err := lines.Answer(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}
