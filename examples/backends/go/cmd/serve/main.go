// serve RULEBOOK: receives posts of a form at /submissions. PORT chooses the port, KL01_NOW the instant at which it lives.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	kl01 "kl01.example/backend"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: serve RULEBOOK")
	}
	rulebook, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	judge, err := kl01.New(rulebook)
	if err != nil {
		log.Fatal(err)
	}
	// The directive is of 2023; so that its form is open, this host lives on 22/3/2023. Yours has time.Now.
	now, err := time.Parse(time.RFC3339, setting("KL01_NOW", "2023-03-22T08:00:00+07:00"))
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/submissions", &kl01.Handler{
		Judge: judge,
		Now:   func() time.Time { return now },
		// Yours comes from the session.
		Unit: func(*http.Request) (*kl01.Unit, error) {
			return &kl01.Unit{ID: "dang-bo-phuong-so-1", Group: "dang-bo"}, nil
		},
		Accept: func(submission map[string]any, files []kl01.File) error {
			fmt.Printf("accepted %v, files: %d\n", submission["id"], len(files))
			return nil
		},
	})
	address := "127.0.0.1:" + setting("PORT", "8084")
	fmt.Printf("http://%s/submissions\n", address)
	log.Fatal((&http.Server{Addr: address, ReadTimeout: time.Minute, WriteTimeout: time.Minute}).ListenAndServe())
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
