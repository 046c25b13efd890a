// Package session is what happened in one sitting: which screens were shown, what was answered, and when.
//
// A [Session] is driven by a front end. [Session.Prompt] says what to show; Next, Back, Jump, Answer, Flag and
// Explain say what the person did. Everything that happens becomes an [Entry] of a hash chain, and the same entries
// give the same session again ([Replay]): the state is nothing but the entries, played.
//
// The engine decides what comes next, so that every front end walks the same path. It is not for what answers mean
// (evaluation), for words (it knows no language), or for keeping entries (store). A Session is not safe for use by
// several goroutines.
package session
