import GRDB

/// The tables of a state file. Migrations are only ever added at the end; one that was released never changes.
///
/// Text that machines made (tokens, cursors, keys, texts of indexes) stands as bytes: GRDB hands over text only up to its
/// first NUL, and such text may hold one. Flows, entities and index names have small numbers, so that the big tables stay compact. Exclusivity of links is the
/// database's job: one link per source and one live link per target. Counters are kept by triggers, so that counting
/// never scans.
enum StateSchema {
  /// Marks the file as a state: "Tndm" in the header's application identifier.
  static let applicationIdentifier: Int64 = 0x546E_646D

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: the first form") { database in
      try database.execute(sql: flowsAndEntities)
      try database.execute(sql: observations)
      try database.execute(sql: links)
      try database.execute(sql: worklists)
      try database.execute(sql: people)
    }
    migrator.registerMigration("2: links that were dropped") { database in
      try database.execute(
        sql: "ALTER TABLE link ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1))")
    }
    return migrator
  }

  private static let flowsAndEntities = """
    CREATE TABLE environment (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL
    ) STRICT;

    CREATE TABLE flow (
      id INTEGER PRIMARY KEY,
      identifier TEXT NOT NULL UNIQUE,
      title TEXT,
      layout BLOB,
      activated_by_run INTEGER,
      live_links INTEGER NOT NULL DEFAULT 0,
      tombstones INTEGER NOT NULL DEFAULT 0,
      pending INTEGER NOT NULL DEFAULT 0,
      waiting INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE entity (
      id INTEGER PRIMARY KEY,
      system TEXT NOT NULL,
      name TEXT NOT NULL,
      cursor BLOB,
      observed INTEGER NOT NULL DEFAULT 0,
      UNIQUE (system, name)
    ) STRICT;
    """

  private static let observations = """
    CREATE TABLE observation (
      id INTEGER PRIMARY KEY,
      entity INTEGER NOT NULL REFERENCES entity (id),
      key BLOB NOT NULL,
      version BLOB NOT NULL,
      modified INTEGER,
      contents BLOB NOT NULL,
      origins BLOB NOT NULL,
      deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
      creator INTEGER REFERENCES flow (id)
    ) STRICT;
    -- One index only: with keys that are random, each further one costs a page per record and transaction.
    CREATE UNIQUE INDEX observation_key ON observation (entity, key);

    CREATE TRIGGER observation_added AFTER INSERT ON observation WHEN NEW.deleted = 0 BEGIN
      UPDATE entity SET observed = observed + 1 WHERE id = NEW.entity;
    END;
    CREATE TRIGGER observation_changed AFTER UPDATE OF deleted ON observation WHEN NEW.deleted <> OLD.deleted BEGIN
      UPDATE entity SET observed = observed + OLD.deleted - NEW.deleted WHERE id = NEW.entity;
    END;
    """

  private static let links = """
    CREATE TABLE link (
      id INTEGER PRIMARY KEY,
      flow INTEGER NOT NULL REFERENCES flow (id),
      source BLOB NOT NULL,
      target BLOB NOT NULL,
      status INTEGER NOT NULL CHECK (status IN (0, 1)),
      made INTEGER NOT NULL,
      run INTEGER NOT NULL,
      source_base BLOB NOT NULL,
      target_base BLOB
    ) STRICT;
    CREATE UNIQUE INDEX link_source ON link (flow, source);
    CREATE UNIQUE INDEX link_target ON link (flow, target) WHERE status = 0;
    CREATE INDEX link_tombstone ON link (flow, target) WHERE status = 1;

    CREATE TRIGGER link_added AFTER INSERT ON link BEGIN
      UPDATE flow SET live_links = live_links + 1 - NEW.status, tombstones = tombstones + NEW.status WHERE id = NEW.flow;
    END;
    CREATE TRIGGER link_changed AFTER UPDATE OF status ON link WHEN NEW.status <> OLD.status BEGIN
      UPDATE flow SET live_links = live_links + OLD.status - NEW.status, tombstones = tombstones + NEW.status - OLD.status
        WHERE id = NEW.flow;
    END;
    CREATE TRIGGER link_removed AFTER DELETE ON link BEGIN
      UPDATE flow SET live_links = live_links - 1 + OLD.status, tombstones = tombstones - OLD.status WHERE id = OLD.flow;
    END;
    """

  private static let worklists = """
    CREATE TABLE pending (
      id INTEGER PRIMARY KEY,
      flow INTEGER NOT NULL REFERENCES flow (id),
      side INTEGER NOT NULL,
      key BLOB NOT NULL,
      UNIQUE (flow, side, key)
    ) STRICT;
    CREATE INDEX pending_order ON pending (flow, id);

    CREATE TRIGGER pending_added AFTER INSERT ON pending BEGIN
      UPDATE flow SET pending = pending + 1 WHERE id = NEW.flow;
    END;
    CREATE TRIGGER pending_removed AFTER DELETE ON pending BEGIN
      UPDATE flow SET pending = pending - 1 WHERE id = OLD.flow;
    END;

    CREATE TABLE waiting (
      flow INTEGER NOT NULL REFERENCES flow (id),
      side INTEGER NOT NULL,
      key BLOB NOT NULL,
      awaited_flow INTEGER NOT NULL REFERENCES flow (id),
      awaited_side INTEGER NOT NULL,
      awaited_key BLOB NOT NULL,
      PRIMARY KEY (flow, side, key, awaited_flow, awaited_side, awaited_key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX waiting_awaited ON waiting (awaited_flow, awaited_side, awaited_key);

    -- A record that waits for several others counts once.
    CREATE TRIGGER waiting_added BEFORE INSERT ON waiting
      WHEN NOT EXISTS (SELECT 1 FROM waiting WHERE flow = NEW.flow AND side = NEW.side AND key = NEW.key)
    BEGIN
      UPDATE flow SET waiting = waiting + 1 WHERE id = NEW.flow;
    END;
    CREATE TRIGGER waiting_removed AFTER DELETE ON waiting
      WHEN NOT EXISTS (SELECT 1 FROM waiting WHERE flow = OLD.flow AND side = OLD.side AND key = OLD.key)
    BEGIN
      UPDATE flow SET waiting = waiting - 1 WHERE id = OLD.flow;
    END;

    CREATE TABLE index_name (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL,
      owner INTEGER NOT NULL,
      position INTEGER NOT NULL,
      side INTEGER NOT NULL,
      UNIQUE (kind, owner, position, side)
    ) STRICT;
    CREATE TABLE index_entry (
      name INTEGER NOT NULL REFERENCES index_name (id),
      key BLOB NOT NULL,
      text BLOB NOT NULL,
      PRIMARY KEY (name, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX index_entry_text ON index_entry (name, text);
    """

  private static let people = """
    CREATE TABLE intent (
      id INTEGER PRIMARY KEY,
      operation TEXT NOT NULL UNIQUE,
      flow INTEGER NOT NULL REFERENCES flow (id),
      source BLOB NOT NULL,
      entity INTEGER NOT NULL REFERENCES entity (id),
      contents BLOB NOT NULL,
      origins BLOB NOT NULL,
      run INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE quarantine (
      id INTEGER PRIMARY KEY,
      flow INTEGER NOT NULL REFERENCES flow (id),
      side INTEGER NOT NULL,
      key BLOB NOT NULL,
      reason TEXT NOT NULL,
      payload BLOB NOT NULL,
      run INTEGER NOT NULL,
      UNIQUE (flow, side, key)
    ) STRICT;

    CREATE TABLE queue (
      id INTEGER PRIMARY KEY,
      flow INTEGER NOT NULL REFERENCES flow (id),
      side INTEGER NOT NULL,
      key BLOB NOT NULL,
      alternative INTEGER,
      candidates BLOB,
      property TEXT,
      run INTEGER NOT NULL,
      UNIQUE (flow, side, key)
    ) STRICT;

    CREATE TABLE conflict (
      id INTEGER PRIMARY KEY,
      flow INTEGER NOT NULL REFERENCES flow (id),
      source BLOB NOT NULL,
      target BLOB NOT NULL,
      property TEXT NOT NULL,
      winner INTEGER NOT NULL,
      contents BLOB NOT NULL,
      origins BLOB NOT NULL,
      reason TEXT NOT NULL,
      run INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX conflict_flow ON conflict (flow, id);

    CREATE TABLE run (
      number INTEGER PRIMARY KEY,
      started INTEGER NOT NULL,
      finished INTEGER,
      summary TEXT NOT NULL
    ) STRICT;
    """
}
