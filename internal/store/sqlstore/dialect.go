package sqlstore

import (
	"database/sql"
	"fmt"
)

// dialect is what one kind of database does in its own way.
type dialect struct {
	migrations []string                                  // each makes the schema one version newer; only ever added to
	identity   string                                    // gives the version of the engine, whose file it is, its schema's version, and how many tables it has
	claim      string                                    // marks a new file as one of records
	advance    string                                    // sets the schema's version, a format of one number
	mark       int                                       // what claim sets
	explain    func(error) (name string, sentinel error) // what happened, "" for what is not the database's, and its class
}

// sqlite is the dialect of SQLite.
var sqlite = dialect{
	migrations: []string{first, second},
	identity: `SELECT sqlite_version(), (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`,
	claim:   fmt.Sprintf(`PRAGMA application_id = %d`, mark),
	advance: `PRAGMA user_version = %d`,
	mark:    mark,
	explain: explainSQLite,
}

// mark tells files of records from other databases: the letters infm.
const mark = 0x696e666d

// first is the schema as it was to begin with. Bodies stand in a table that grows at its end only, so that the database
// never moves them about and leaves copies in the free parts of its pages.
const first = `
CREATE TABLE texts (
	hash TEXT PRIMARY KEY,
	text BLOB NOT NULL
) STRICT;
CREATE TABLE records (
	id            TEXT PRIMARY KEY,
	questionnaire TEXT NOT NULL,
	version       TEXT NOT NULL,
	text          TEXT NOT NULL,
	region        TEXT NOT NULL,
	status        TEXT NOT NULL,
	started       INTEGER NOT NULL, -- milliseconds since 1970, UTC, as all times
	updated       INTEGER NOT NULL,
	entries       INTEGER NOT NULL,
	head          TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX unfinished ON records (questionnaire) WHERE status = 'in-progress';
CREATE TABLE links (
	record TEXT NOT NULL REFERENCES records (id),
	seq    INTEGER NOT NULL,
	at     INTEGER NOT NULL,
	body   BLOB NOT NULL,
	prev   TEXT NOT NULL,
	hash   TEXT NOT NULL,
	PRIMARY KEY (record, seq)
) STRICT;
CREATE TABLE tombstones (
	record  TEXT PRIMARY KEY,
	at      INTEGER NOT NULL,
	who     TEXT NOT NULL,
	why     TEXT NOT NULL,
	entries INTEGER NOT NULL,
	head    TEXT NOT NULL
) STRICT;`

// second adds how far a consultation about a record has come. Those that are open can be found without a look at the others.
const second = `
ALTER TABLE records ADD COLUMN stage TEXT NOT NULL DEFAULT '';
ALTER TABLE records ADD COLUMN consulted INTEGER NOT NULL DEFAULT 0; -- 0 is never
CREATE INDEX consultations ON records (updated) WHERE stage = 'open';`

// The statements, which all dialects understand.
const (
	selectTail  = `SELECT seq, hash FROM links WHERE record = $1 AND seq >= $2 ORDER BY seq`
	selectLinks = `SELECT seq, at, body, prev, hash FROM links WHERE record = $1 ORDER BY seq`
	insertLink  = `INSERT INTO links (record, seq, at, body, prev, hash) VALUES ($1, $2, $3, $4, $5, $6)`
	deleteLinks = `DELETE FROM links WHERE record = $1`

	columns          = `id, questionnaire, version, text, region, status, stage, consulted, started, updated, entries, head`
	selectRecord     = `SELECT ` + columns + ` FROM records WHERE id = $1`
	selectRecords    = `SELECT ` + columns + ` FROM records ORDER BY updated DESC, id`
	selectUnfinished = `SELECT ` + columns + ` FROM records WHERE questionnaire = $1 AND status = 'in-progress' AND stage = '' ORDER BY updated DESC, id LIMIT $2`
	selectOpen       = `SELECT ` + columns + ` FROM records WHERE stage = 'open' ORDER BY updated DESC, id LIMIT $1`
	upsertRecord     = `INSERT INTO records (` + columns + `) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
		ON CONFLICT (id) DO UPDATE SET questionnaire = excluded.questionnaire, version = excluded.version, text = excluded.text,
		region = excluded.region, status = excluded.status, stage = excluded.stage, consulted = excluded.consulted,
		started = excluded.started, updated = excluded.updated, entries = excluded.entries, head = excluded.head`
	deleteRecord = `DELETE FROM records WHERE id = $1`

	selectText = `SELECT text FROM texts WHERE hash = $1`
	insertText = `INSERT INTO texts (hash, text) VALUES ($1, $2)`

	stone        = `record, at, who, why, entries, head`
	selectStone  = `SELECT ` + stone + ` FROM tombstones WHERE record = $1`
	selectStones = `SELECT ` + stone + ` FROM tombstones ORDER BY at, record`
	insertStone  = `INSERT INTO tombstones (` + stone + `) VALUES ($1, $2, $3, $4, $5, $6)`
)

// identity is what a database says of itself.
type identity struct {
	engine string
	mark   int
	schema int
	tables int
}

func scanIdentity(row *sql.Rows) (i identity, err error) {
	err = row.Scan(&i.engine, &i.mark, &i.schema, &i.tables)
	return i, err
}
