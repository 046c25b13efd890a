package campaign

import (
	"slices"
)

// scenario is something that people do, step by step.
type scenario struct {
	name   string
	sealed bool  // recipients are configured
	pinned bool  // the program keeps to one thread, so that it can be killed at one call
	taste  bool  // is tried each time
	thin   int   // each nth of its moments is enough, 0 for all
	before []act // was done long ago
	acts   []act
}

// scenarios are all that the power is cut in.
func scenarios() []scenario {
	one := []act{{walk("one", toTheEnd()...)}}
	return []scenario{
		{name: "the first of all", taste: true, acts: one},
		{name: "a second record", before: one, acts: []act{{walk("two", toTheEnd()...)}}},
		{name: "stopping, and going on", taste: true, acts: []act{
			{stopped(walk("one", slices.Concat(questions()[:4], stop())...))},
			{again("one", slices.Concat(questions()[4:], ending())...)},
		}},
		{name: "long words of one's own", acts: []act{{walk("one", long()...)}}},
		{name: "a quiz with two tries", acts: []act{{walk("one", tries()...)}}},
		{name: "going back and changing", acts: []act{{walk("one", changes()...)}}},
		{name: "copies in every format", acts: []act{{copies("one")}}},
		{name: "two at a time", acts: []act{{walk("one", slices.Concat(questions(), ending()[:3], leave())...), walk("two", slices.Concat(questions(), ending()[:3], leave())...)}}},
		{name: "purging", before: one, acts: []act{{walk("two", toTheEnd()...)}, {purge("one")}, {walk("three", toTheEnd()...)}}},
		{name: "purging one while another walks", before: one, acts: []act{{walk("two", toTheEnd()...), purge("one")}}},
		{name: "withdrawing", acts: []act{
			{walk("one", toTheEnd()...)},
			{command("one", []string{"records", "withdraw", "--yes", "RECORD"}, line{said: "withdrawn:", did: "withdrawn"})},
		}},
		{name: "sealed to recipients", sealed: true, acts: []act{{walk("one", slices.Concat(questions(), ending()[:3], leave())...)}}},
		{name: "killed, and going on", pinned: true, acts: []act{
			{killed(walk("one", questions()...), "pwrite64:when=90")},
			{stopped(again("one", stop()...))},
		}},
		{name: "killed while the folder is made", pinned: true, acts: []act{
			{killed(walk("none", questions()...), "fsync:when=1")},
			{walk("one", toTheEnd()...)},
		}},
		{name: "stopping and going on again and again", before: []act{{walk("zero", toTheEnd()...)}}, acts: []act{
			{stopped(walk("one", stop()...))},
			{stopped(again("one", slices.Concat(questions()[:3], stop())...))},
			{stopped(again("one", slices.Concat(questions()[3:6], stop())...))},
			{again("one", slices.Concat(questions()[6:], ending()[:3], leave())...)},
		}},
		{name: "a long journal", thin: 4, before: []act{{stopped(walk("one", stop()...))}}, acts: []act{
			{stopped(again("one", slices.Concat(marks(360), stop())...))},
		}},
	}
}
