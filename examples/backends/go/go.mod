module kl01.example/backend

go 1.21

require (
	github.com/diegoholiveira/jsonlogic/v3 v3.5.1
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
)

require (
	github.com/barkimedes/go-deepcopy v0.0.0-20220514131651-17c30cfc62df // indirect
	golang.org/x/text v0.14.0 // indirect
)
