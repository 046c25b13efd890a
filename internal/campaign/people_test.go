package campaign

import (
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"

	"informed/internal/seal"
)

// begun is the first page, and the first question.
func begun(hope string) []line {
	return []line{
		{said: "Press Enter to go on"},
		{said: "What do you hope for?"},
		{typed: hope, said: "Recorded: " + hope, did: "hope=" + hope},
	}
}

// walk is a person who walks through the questionnaire.
func walk(hope string, lines ...line) person {
	return person{hope: hope, lines: append(begun(hope), lines...)}
}

// again is a person who goes on with what they left. Where that was is not said here.
func again(hope string, lines ...line) person {
	return command(hope, []string{"records", "resume", "RECORD", "--plain", "--out", "COPIES"}, append([]line{{}}, lines...)...)
}

// command is somebody who looks after records.
func command(hope string, args []string, lines ...line) person {
	return person{hope: hope, args: args, lines: lines}
}

func purge(hope string) person {
	p := command(hope, []string{"records", "purge", "--yes", "RECORD"}, line{said: "purged:"})
	p.purge = true
	return p
}

func stopped(p person) person {
	p.status = 130
	return p
}

func killed(p person, at string) person {
	p.kill = at
	return p
}

// questions are the answers after the first.
func questions() []line {
	return []line{
		{typed: "1", said: "Recorded: Yes", did: "told=yes"},
		{typed: "1,3", said: "Type it in your own words"},
		{typed: "Through the nose", said: "Recorded: Into a vein; Some other way: Through the nose", did: "ways=vein+other+Through the nose"},
		{typed: "7", said: "Recorded: 7", did: "trust=7"},
		{typed: "many things", said: "Recorded: many things", did: "worry=many things"},
		{said: "What is your weight?"},
		{typed: "70.5", said: "Recorded: 70.5 kg", did: "weight=70.5"},
		{typed: "2", said: "You chose: Very unlikely", did: "claim try 0=unlikely"},
		{said: "Your answers"},
	}
}

// ending is what comes after the questions, with a copy.
func ending() []line {
	return []line{
		{said: "Where do you stand?", did: "reviewed"},
		{typed: "1", said: "Recorded: Yes, I want to go on", did: "decision=agree"},
		{typed: "Amina Example", said: "Recorded: Amina Example", did: "signed=Amina Example"},
		{typed: "1", said: "Your copy is here", did: "copied md"},
	}
}

func toTheEnd() []line { return slices.Concat(questions(), ending()) }

// stop is stopping before the end, and leave is going without a copy after it.
func stop() []line {
	return []line{{typed: "q", said: "Do you want to stop here?"}, {typed: "2", said: "is kept on this computer"}}
}

func leave() []line { return []line{{typed: "3", said: "No copy was saved"}} }

// long is a walk with as many words as there may be.
func long() []line {
	words := strings.Repeat("a long wörd ", 330)[:3990] + "."
	lines := toTheEnd()
	for i, l := range lines {
		if l.typed == "many things" {
			lines[i] = line{typed: words, said: "Recorded: a long", did: "worry=" + words}
		}
	}
	return lines
}

// tries is a walk with a quiz that is got wrong twice.
func tries() []line {
	return slices.Concat(questions()[:7], []line{
		{typed: "1", said: "You chose: Yes, any illness", did: "claim try 0=any"},
		{said: "A clinic treats 30 illnesses"},
		{typed: "2", said: "You chose: It is good", did: "claim try 1=good"},
		{said: "Your answers"},
	}, ending())
}

// changes is a walk with marks, answers taken back and given again, and others at the review.
func changes() []line {
	return slices.Concat([]line{
		{typed: "2", said: "Recorded: No", did: "told=no"},
		{typed: "b", said: "Were you told of the risks?"},
		{typed: "t", said: "Marked", did: "told talk true"},
		{typed: "1", said: "Recorded: Yes", did: "told=yes"},
		{typed: "1", said: "Recorded: Into a vein", did: "ways=vein"},
		{typed: "7", said: "Recorded: 7", did: "trust=7"},
		{typed: "many things", said: "Recorded: many things", did: "worry=many things"},
		{typed: "b", said: "What worries you?"},
		{typed: "x", said: "taken back", did: "worry="},
		{typed: "u", said: "Recorded: Not sure", did: "worry=unsure"},
	}, questions()[5:], []line{
		{typed: "change 3", said: "Which ways did you talk about?"},
		{typed: "2", said: "Recorded: Into the spine", did: "ways=spine"},
		{typed: "change 2", said: "Were you told of the risks?"},
		{typed: "u", said: "Recorded: Not sure", did: "told=unsure"},
		{said: "Where do you stand?", did: "reviewed"},
		{typed: "3", said: "Recorded: No", did: "decision=decline"},
		{typed: "b", said: "Where do you stand?"},
		{typed: "2", said: "Recorded: Not now", did: "decision=defer"},
		{typed: "Amina Example", said: "Recorded: Amina Example", did: "signed=Amina Example"},
	}, leave())
}

// copies is a walk with a copy in each format.
func copies(hope string) person {
	lines := toTheEnd()
	lines[len(lines)-1] = line{typed: "2", said: "Your copies are here", did: "copied md"}
	p := walk(hope, lines...)
	p.args = []string{"run", "--plain", "--export", "md,json,text", "--out", "COPIES", filepath.Join("testdata", "walk.yaml")}
	return p
}

// marks is to put a mark on a question and to take it off, n times in all.
func marks(n int) []line {
	var lines []line
	for i := range n {
		l := line{typed: "t", said: "Marked", did: "told talk true"}
		if i%2 == 1 {
			l.said, l.did = "The mark is taken off", "told talk false"
		}
		lines = append(lines, l)
	}
	return lines
}

// seal configures recipients.
func (w *world) seal() {
	w.t.Helper()
	key, err := age.GenerateX25519Identity()
	if err != nil {
		w.t.Fatal(err)
	}
	keys, err := seal.ParseIdentities([]byte(key.String()))
	if err != nil {
		w.t.Fatal(err)
	}
	recipients, err := seal.ParseRecipients([]string{key.Recipient().String()})
	if err != nil {
		w.t.Fatal(err)
	}
	w.keys = &keyring{opens: keys, seals: recipients}
	w.env = append(w.env, "INFORMED_RECIPIENTS="+key.Recipient().String())
}
