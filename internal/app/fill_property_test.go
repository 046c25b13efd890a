package app

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

// sheetOf writes down what was answered, as a file of answers would have it.
func sheetOf(q *questionnaire.Questionnaire, r questionnaire.Response) Sheet {
	sheet := Sheet{Questionnaire: q.ID}
	for _, e := range q.Entries() {
		if r.Talk[e.ID] {
			sheet.Talk = append(sheet.Talk, Reply{Item: e.ID})
		}
		v, ok := r.Answers[e.ID]
		if !ok {
			continue
		}
		reply := Reply{Item: e.ID}
		for _, code := range v.Codes {
			words, open := v.Words[code]
			reply.Parts = append(reply.Parts, Part{Text: code, Words: words, Open: open})
		}
		if text := v.Number + v.Date + v.Text; text != "" {
			reply.Parts = []Part{{Text: text}}
		}
		switch e.Type {
		case questionnaire.TypeDecision:
			sheet.Decision = &reply
		case questionnaire.TypeAttestation:
			sheet.Attest = &reply
		default:
			sheet.Answers = append(sheet.Answers, reply)
		}
	}
	return sheet
}

// Whatever someone answered on whatever questionnaire, written down and taken from the file it is the same response.
func TestFillGivesTheSameResponse(t *testing.T) {
	answered := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 3))
		q := sessiontest.Questionnaire(r, 30)
		s := sessiontest.Start(q)
		for range r.IntN(60) {
			sessiontest.Step(r, s)
		}
		if !sessiontest.Finish(r, s, 500) {
			t.Fatalf("seed %d: the walk did not end", seed)
		}
		want := s.Response()
		answered += len(want.Answers)
		again := sessiontest.Start(q)
		if found := Fill(again, sheetOf(q, want)); len(found) > 0 {
			t.Fatalf("seed %d: %v", seed, found)
		}
		if diff := cmp.Diff(want, again.Response()); diff != "" {
			t.Fatalf("seed %d:\n%s", seed, diff)
		}
		if again.Record().Status != session.Complete {
			t.Fatalf("seed %d: not complete", seed)
		}
	}
	if answered < 1000 {
		t.Errorf("only %d answers were compared", answered)
	}
}
