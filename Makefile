GO ?= go
STATICCHECK ?= $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME ?= 5m
export CGO_ENABLED ?= 0

.PHONY: build run test race lint fuzz golden coverage reading bench bench-peers kiosk kiosk-sessions kiosk-keys kiosk-soak power kills faults

build: ## one static binary
	$(GO) build -trimpath -o informed ./cmd/informed

run: build ## build and start the questionnaire
	./informed

test: ## all tests
	$(GO) test ./...

race: ## all tests under the race detector (needs a C compiler)
	CGO_ENABLED=1 $(GO) test -race -short ./...

lint: ## what the compiler lets pass, and the questionnaires
	test -z "$$(gofmt -l cmd internal questionnaires)"
	$(GO) vet ./...
	$(STATICCHECK) ./...
	$(GO) run ./cmd/informed lint questionnaires/*.yaml questionnaires/regions/*.yaml

fuzz: ## every fuzz target for FUZZTIME each
	sh .ci/fuzz $(FUZZTIME)

golden: ## write the golden files anew; read the difference before you commit it
	$(GO) test ./internal/tui/... ./internal/export/... -update

coverage: ## write questionnaires/COVERAGE.md anew
	$(GO) test ./internal/coverage -run TestTableIsCurrent -update

reading: ## how hard each text is to read
	$(GO) test ./internal/lint -run 'TestReading$$' -v -count=1

bench: ## the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

bench-peers: build ## what a person feels of us and of two other programs, in one run; takes a while
	cd internal/bench && $(GO) run . -informed ../../informed

# The campaigns fill and empty thousands of folders: in memory where that can be. EVERY=20 takes each twentieth point.
EVERY ?= 1
CAMPAIGN = TMPDIR=$$(test -w /dev/shm && echo /dev/shm || echo "$${TMPDIR:-/tmp}") \
	$(GO) test ./internal/campaign -full -every $(EVERY) -v -count=1 -timeout 3h -run

power: ## the power cut at every moment of real runs; needs strace
	$(CAMPAIGN) TestPower

kills: ## 2,000 kills in the middle of a walk
	$(CAMPAIGN) TestKills

faults: ## every call to the file system failing once; needs strace
	$(CAMPAIGN) TestFaults

# The campaigns of the kiosk. PATIENTS=40 SESSIONS=8 JUNK=30000 SCREENS=1 makes them short.
PATIENTS ?= 10000
SESSIONS ?= 300
JUNK ?= 1000000
SCREENS ?= 3

kiosk: kiosk-sessions kiosk-keys kiosk-soak ## all campaigns of the kiosk, which take half an hour; need tmux and strace

kiosk-sessions: ## 300 patients with canaries in all that they write, ended in eight ways
	$(GO) test ./cmd/informed -run 'NextPatient|TheControl' -sessions $(SESSIONS) -v -count=1 -timeout 3h

kiosk-keys: ## 1,000,000 random bytes, every signal on three screens, 10,000 tries of a PIN, prints that fail
	$(GO) test ./cmd/informed -run 'TypingAnything|EverySignal|Prints' -junk $(JUNK) -screens $(SCREENS) -v -count=1 -timeout 3h
	$(GO) test ./internal/kiosk -run 'TriesOfAMachine' -v -count=1

kiosk-soak: ## 10,000 patients in a row, for the process that stays and for the sessions; a leak of each is found
	TMPDIR=$$(test -w /dev/shm && echo /dev/shm || echo "$${TMPDIR:-/tmp}") \
		$(GO) test ./internal/kiosk -run 'Soak|ALeak' -patients $(PATIENTS) -v -count=1 -timeout 1h
