// Made by generate.mjs from the OpenAPI document of the server; not edited by hand.
export interface paths {
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of a unit or a post, some by name, or all */
        get: operations["listPeople"];
        put?: never;
        /** Record that somebody joins, or joins again */
        post: operations["joinPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import people, a line each
         * @description Each line has its own `key`. A line that is so already changes nothing, and a refused line does not stop the others; the answer has a line for each.
         */
        post: operations["importPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person; with the details for those who may see them */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a person takes a post */
        post: operations["movePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a name or an address */
        post: operations["renamePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/zone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which time zone a person lives by
         * @description By the persons themselves, HR partners and administrators.
         */
        post: operations["chooseZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/depart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a person leaves */
        post: operations["departPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct an entry that is wrong; what was recorded first stays to be seen */
        post: operations["correctPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who answers to a person, or everybody below */
        get: operations["listTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/managers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The managers of a person, theirs, and so on up */
        get: operations["listManagers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was recorded of a person: who, what, when and why */
        get: operations["getPersonHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has read what is kept of a person */
        get: operations["listReaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/leaves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a leave */
        post: operations["recordLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/leaves/{leave}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the last day of a leave */
        post: operations["changeLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name who stands in for a person, in what, and on which days
         * @description The delegate then acts with the header On-Behalf-Of; both are recorded.
         */
        post: operations["grantDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/delegations/{delegation}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a delegation from a day on */
        post: operations["revokeDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant a role, over a unit with all below or over the whole tenant
         * @description In person only, and never to oneself.
         */
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/roles/{grant}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a role from a day on */
        post: operations["revokeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/structure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change units, posts and reporting lines: all of the changes, or none
         * @description Each is decided on what those before it make; a refusal names its change.
         */
        post: operations["changeStructure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/structure/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import units, posts and lines, some changes a line
         * @description Each line has its own `key`. A line that is so already changes nothing, and a refused line does not stop the others; the answer has a line for each.
         */
        post: operations["importStructure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation of a day in figures, unit by unit */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units on a day */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit on a day */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of a unit or under a post, or all */
        get: operations["listPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{post}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post on a day */
        get: operations["getPost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reorganisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reorganisations */
        get: operations["listReorganisations"];
        put?: never;
        /**
         * Reorganise a unit: move many posts on one day
         * @description It is carried out step by step; GET /reorganisations/{reorganisation} tells how far it is, and names the moves that could not be done.
         */
        post: operations["orderReorganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reorganisations/{reorganisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a reorganisation is */
        get: operations["getReorganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reorganisations/{reorganisation}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take no further step; what was moved stays so */
        post: operations["stopReorganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Could one see a record of another on a day, by which rule; and did they look
         * @description Asked by the owner of the record and by auditors, in person.
         */
        get: operations["checkAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may do what: the table that every route asks */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/strategies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Strategies with themes, revisions and signals */
        get: operations["listStrategies"];
        put?: never;
        /** Publish a strategy with its themes */
        post: operations["publishStrategy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/strategies/{strategyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One strategy */
        get: operations["getStrategy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/strategies/{strategyId}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revise a strategy, with a reason; themes that are given are all of them */
        post: operations["reviseStrategy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/strategies/{strategyId}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a strategy: what hangs on it is orphaned from that day */
        post: operations["retireStrategy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/strategies/{strategyId}/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that something around a strategy has changed */
        post: operations["raiseSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Align a goal to another, or to a theme of a strategy */
        post: operations["alignGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignments/{alignmentId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an alignment, with a reason */
        post: operations["endAlignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignments/{alignmentId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an alignment and begin another of the same goal, on one day */
        post: operations["moveAlignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/alignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a goal pulls on, and what pulls on it, ended ones included */
        get: operations["getGoalAlignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ideas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ideas and what became of them */
        get: operations["listIdeas"];
        put?: never;
        /** Submit an idea, with those whom it is owed to */
        post: operations["submitIdea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ideas/{ideaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One idea with its experiment */
        get: operations["getIdea"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ideas/{ideaId}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Share the credit anew */
        post: operations["amendCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ideas/{ideaId}/experiment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try an idea: the hypothesis is fixed, for good */
        post: operations["startExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ideas/{ideaId}/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Conclude an experiment with its lesson, whatever came out */
        post: operations["concludeExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ideas/{ideaId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt, decline or withdraw */
        post: operations["settleIdea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ideas/{ideaId}/reuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which goal or idea takes up the lesson */
        post: operations["reuseLesson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignment-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From the strategies down to every goal, with coverage, orphans and depth */
        get: operations["getAlignmentMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alignment-map/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the map would be with other parents; nothing is recorded */
        post: operations["tryAlignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unit-progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress by unit, rolled up the organisation as it stood on the day */
        get: operations["getUnitProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/amendment-lag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days from the amendment of a parent to that of what hangs on it */
        get: operations["getAmendmentLag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/innovation-funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What becomes of ideas: tried, adopted, learnt from */
        get: operations["getInnovationFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replan-latency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days from a signal to the first amendment that answers it */
        get: operations["getReplanLatency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Goals that the caller may see, as a table
         * @description A goal a row, as it stands, with its progress. A file of lines of JSON, CSV or Parquet, at the point that `Content-Location` names, with the columns `id`, `owner`, `stage`, `kind`, `visibility`, `period_name`, `period_start`, `period_end`, `weight`, `measuredBy`, `cadenceDays`, `progress_value`, `progress_n`, `progress_definition`, `measures`, `grade`, `activatedAt`, `closedAt`, `score`, `keyResults`. Nothing is in it that a person wrote or is called. Who has asked for what is recorded.
         */
        get: operations["exportGoals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/kpi-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readings of KPIs that the caller may see, as a table
         * @description A reading of a KPI a row: every one that was recorded, in the order of its KPI. A file of lines of JSON, CSV or Parquet, at the point that `Content-Location` names, with the columns `kpiId`, `readingId`, `goalId`, `keyResultId`, `owner`, `at`, `recordedAt`, `period_name`, `period_start`, `period_end`, `value`, `measure_kind`, `measure_start`, `measure_target`, `measure_low`, `measure_high`, `measure_unit`, `progress_value`, `progress_n`, `progress_definition`, `met`, `definitionVersion`, `late`, `source`, `supersededBy`. Nothing is in it that a person wrote or is called. Who has asked for what is recorded.
         */
        get: operations["exportKpiReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goals of an owner, a period or a stage, with progress */
        get: operations["listGoals"];
        put?: never;
        /** Draft a goal */
        post: operations["draftGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import goals, a line each
         * @description Each line has its own `key`: the same line again changes nothing. A refused line does not stop the others; the answer has a line for each, in order.
         */
        post: operations["importGoals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One goal with key results, check-ins and KPIs */
        get: operations["getGoal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened to a goal: who, what, before, after, why */
        get: operations["getGoalHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/redraft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a draft */
        post: operations["redraftGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activate a goal, for good */
        post: operations["activateGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Amend an active goal, with a reason */
        post: operations["amendGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a goal to another owner */
        post: operations["transferGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a goal with score and lesson */
        post: operations["closeGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a draft */
        post: operations["withdrawGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check in progress on a key result */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/check-ins/{checkInId}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct or withdraw a check-in; the first value stays in the history */
        post: operations["correctCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stale-goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Active goals past their cadence, the longest silent first */
        get: operations["listStaleGoals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecast-honesty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How well confidence foretold outcomes: Brier score over closed goals */
        get: operations["getForecastHonesty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Periods that goals are set for */
        get: operations["listPeriods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kpis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** KPIs of a goal or an owner, with every reading */
        get: operations["listKpis"];
        put?: never;
        /** Define a KPI */
        post: operations["defineKpi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kpis/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import measurements with the KPIs that they are of, a line each */
        post: operations["importMeasurements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kpis/{kpiId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One KPI with every reading */
        get: operations["getKpi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kpis/{kpiId}/redefine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Define a KPI anew; earlier readings keep their definition */
        post: operations["redefineKpi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kpis/{kpiId}/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a reading of a period; every one is kept */
        post: operations["recordMeasurement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Feedback received, given, or about somebody, as far as the caller may see it */
        get: operations["listNotes"];
        put?: never;
        /** Give feedback to a colleague, or answer a request for it */
        post: operations["giveFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One note */
        get: operations["getNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/notes/{noteId}/retract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a note back: it stays as one that was given, without its message */
        post: operations["retractFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/notes/{noteId}/widen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let more people see a note; it is not undone */
        post: operations["widenVisibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one was asked, or has asked */
        get: operations["listFeedbackRequests"];
        put?: never;
        /** Ask somebody for feedback on oneself, or on somebody that one manages */
        post: operations["askFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request for feedback */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/requests/{requestId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one gives no feedback */
        post: operations["declineRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/one-to-ones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own one-to-ones */
        get: operations["listOneToOnes"];
        put?: never;
        /** Record that two people have met */
        post: operations["holdOneToOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/one-to-ones/{oneToOneId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One meeting of two */
        get: operations["getOneToOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/one-to-ones/{oneToOneId}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mend the day of a meeting */
        post: operations["correctOneToOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/one-to-ones/{oneToOneId}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what one of the two is to do */
        post: operations["agreeAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/one-to-ones/{oneToOneId}/actions/{actionId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an action is done */
        post: operations["completeAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/one-to-ones/{oneToOneId}/actions/{actionId}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an action is not to be done any more */
        post: operations["dropAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How regular feedback is, and how it is answered: of a person, or of a unit */
        get: operations["getFeedbackCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Responses of a location, a touchpoint, a unit or a person, with what came of them
         * @description At most 5,000 responses are looked at for a page; it may hold fewer than asked for, and `next` leads on.
         */
        get: operations["listCustomerResponses"];
        put?: never;
        /**
         * Record a response of a customer
         * @description The same transaction of the same source is the same response: recorded again it changes nothing, and anything else under it is refused.
         */
        post: operations["recordCustomerResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-responses/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import responses of customers, a line each
         * @description Each line has a `key`, unique within its source: the same line again changes nothing. A refused line does not stop the others; the answer has a line for each, in order. What does not say `effectiveAt` holds since its answer came in.
         */
        post: operations["importCustomerResponses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-responses/{responseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A response, whose work it tells of, and what came of it */
        get: operations["getCustomerResponse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-responses/{responseId}/attribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whose work a response tells of */
        post: operations["attributeCustomerResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-responses/{responseId}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dispute an own share of a response */
        post: operations["disputeAttribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-responses/{responseId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle a dispute over a share */
        post: operations["settleAttribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-responses/{responseId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody went back to the customer */
        post: operations["closeLoop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-responses/{responseId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a response that was recorded by mistake */
        post: operations["withdrawCustomerResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reward-programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reward programme as it holds, and how it came to that */
        get: operations["getProgramme"];
        put?: never;
        /** Define the reward programme: values, allowance, and rewards with their cost */
        post: operations["defineProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reward-programme/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revise the programme, with a reason; a list that is given is all of it */
        post: operations["reviseProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recognitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wall: recognitions to or by somebody or for a value, the newest first */
        get: operations["listRecognitions"];
        put?: never;
        /** Recognise colleagues for a value, with points for each or without */
        post: operations["recognise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recognitions/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How recognition is spread: coverage, concentration of points, reciprocity of pairs */
        get: operations["getRecognitionFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recognitions/{recognitionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One recognition */
        get: operations["getRecognition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own points: what is left to give this month, what is earned, and the postings */
        get: operations["getPoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trial balance of all points, by kind of account and month */
        get: operations["getPointsLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own redemptions, or those that wait for a decision of the caller */
        get: operations["listRedemptions"];
        put?: never;
        /** Redeem own points for a reward */
        post: operations["redeemReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/redemptions/{redemptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One redemption, and what became of it */
        get: operations["getRedemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/redemptions/{redemptionId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the reward out, or decline it with a reason: the points go back */
        post: operations["decideRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service levels with their versions */
        get: operations["listServiceLevels"];
        put?: never;
        /** Define what customers are promised, and when the service is open */
        post: operations["defineServiceLevel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-levels/{serviceLevelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One service level */
        get: operations["getServiceLevel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-levels/{serviceLevelId}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Promise something else from now on; cases that are there keep what they have */
        post: operations["reviseServiceLevel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sla-attainment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often promises were kept, in all, by unit and by service level
         * @description Over the cases that were opened in the span, both days (of UTC) included, as they stand at the instant that is asked about. An open case that is past due counts as one that was not kept. Counts are pooled: no share is a mean of shares.
         */
        get: operations["getSlaAttainment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases that the caller may see, with their clocks */
        get: operations["listCases"];
        put?: never;
        /** Open a case of a customer: its clocks run from now on, in opening hours */
        post: operations["openCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case: its clocks as they stand at the instant that is asked about, its history */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseId}/respond": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the customer was answered */
        post: operations["respondToCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the clocks while somebody else is to act */
        post: operations["pauseCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the clocks go on */
        post: operations["resumeCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it is done */
        post: operations["resolveCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open it again: the clock goes on */
        post: operations["reopenCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Surveys, in a language */
        get: operations["listSurveys"];
        put?: never;
        /** Launch a survey: what it promises is fixed from then on */
        post: operations["launchSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{surveyId}/raise-threshold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Promise more: it never goes down again */
        post: operations["raiseSurveyThreshold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{surveyId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close it: what waits is released, or destroyed where it is too little */
        post: operations["closeSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{surveyId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Links with tickets, for people who are not known; kept nowhere, so never again */
        post: operations["printSurveyLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{surveyId}/participation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take part, in person: the blinded ticket is signed, once for each person
         * @description Draw 32 random bytes and blind the ticket `["plumbline-survey-ticket",1,<survey>,<label of the segments>,<nonce in hex>]` by RSABSSA-SHA384-PSS-Deterministic (RFC 9474). The same blinded ticket gets the same signature again; another one gets none. Keep it before it is sent: it is the key under which the request is repeated. An `Idempotency-Key` would lie beside the person and beside the answer, and is not looked at.
         */
        post: operations["takePartInSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{surveyId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer, without a token: a ticket counts once, so the same can be sent again
         * @description Its ticket is the key under which it is repeated, and no `Idempotency-Key` is looked at. Whose receipt is lost sends it again: `ticket/spent` says that an answer was given with this ticket and is in, the same whatever is sent with it; what it said is not told. Once the survey is over, nothing is known of tickets any more.
         */
        post: operations["handInAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{surveyId}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page to answer by a link, for a browser */
        get: operations["getSurveyPage"];
        put?: never;
        /** What the page sends */
        post: operations["sendSurveyPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{surveyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a survey asks and promises, in a language, with the keys of its tickets */
        get: operations["getSurvey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{surveyId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments, from enough answers on, apart from the ratings that came with them */
        get: operations["listSurveyComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/service-levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often promises to customers were kept, as `/sla-attainment` tells it, as a table
         * @description What `/sla-attainment` answers, a row a line: all cases that were opened in the span first (`by` is null), then those of each unit, then those of each service level, as they stand at `effectiveAt`. Counts are pooled: no share is a mean of shares. A file of lines of JSON, CSV or Parquet, at the point that `Content-Location` names, with the columns `row`, `from`, `until`, `by`, `unit`, `slaRef`, `cases`, `firstResponse_share_value`, `firstResponse_share_n`, `firstResponse_share_definition`, `firstResponse_share_low`, `firstResponse_share_high`, `firstResponse_share_successes`, `firstResponse_met`, `firstResponse_breached`, `firstResponse_openPastDue`, `firstResponse_openInTime`, `resolution_share_value`, `resolution_share_n`, `resolution_share_definition`, `resolution_share_low`, `resolution_share_high`, `resolution_share_successes`, `resolution_met`, `resolution_breached`, `resolution_openPastDue`, `resolution_openInTime`, `resolutionMinutes_median_value`, `resolutionMinutes_median_n`, `resolutionMinutes_median_definition`, `resolutionMinutes_median_low`, `resolutionMinutes_median_high`, `resolutionMinutes_p90_value`, `resolutionMinutes_p90_n`, `resolutionMinutes_p90_definition`, `resolutionMinutes_p90_low`, `resolutionMinutes_p90_high`, `position`. Nothing is in it that a person wrote or is called. Who has asked for what is recorded.
         */
        get: operations["exportServiceLevels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/recognition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How recognition is spread, as `/recognitions/figures` tells it, by unit, as a table
         * @description What `/recognitions/figures` answers, a row a unit with all within it: everybody first (`unit` is null), or the unit that is asked about. A unit of fewer than five people is `hidden` and has no figure, and so is the smallest one within another where what is shown of both would tell what so few got. A file of lines of JSON, CSV or Parquet, at the point that `Content-Location` names, with the columns `row`, `from`, `until`, `unit`, `people`, `tier`, `recognitions`, `coverage_value`, `coverage_n`, `coverage_definition`, `coverage_low`, `coverage_high`, `coverage_successes`, `concentration_value`, `concentration_n`, `concentration_definition`, `concentration_low`, `concentration_high`, `reciprocity_value`, `reciprocity_n`, `reciprocity_definition`, `reciprocity_low`, `reciprocity_high`, `position`. Nothing is in it that a person wrote or is called. Who has asked for what is recorded.
         */
        get: operations["exportRecognition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How satisfied customers are, in all and by place, channel, time, unit or person
         * @description Over the responses whose interaction was in the span, both days included, however late they were answered. Each response counts once in every row that it is of, whatever its weight or the share in it (`counting`): rows of units and people may have the same response. It counts for the units that it is attributed to, for those in which people that it is attributed to worked on the day, and for all that stood above them on that day. As long as one of them disputes it, it counts for no person; for units and in all it does. Rows of people are those that the caller may read. Where a single row is hidden, the next smallest is hidden with it.
         */
        get: operations["getSatisfaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metric-definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics with their versions; those that are always there come first */
        get: operations["listMetrics"];
        put?: never;
        /** Define how a metric is counted */
        post: operations["defineMetric"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metric-definitions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One metric */
        get: operations["getMetric"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metric-definitions/{name}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count a metric otherwise from now on: a new version */
        post: operations["reviseMetric"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metric-releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Releases, without their figures */
        get: operations["listMetricReleases"];
        put?: never;
        /** Release figures of a span of days, as far as they may be shown */
        post: operations["publishMetricRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metric-releases/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release how people were rated in a locked cycle, as far as it may be shown
         * @description Decided beside all that was ever released of the ratings of the cycle, before and after calibration. Ratings count at the whole point of the scale that they are nearest to; units are those of the last day of the period. What is reopened and finalised anew is another answer: restate the release.
         */
        post: operations["publishRatingsRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metric-releases/{releaseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One release with its figures, as it was shown and for ever */
        get: operations["getMetricRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metric-releases/{releaseId}/restate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count a release again, with what came late: a release of its own, and a difference */
        post: operations["restateMetricRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metric-releases/{releaseId}/figures/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why this number? Formula, counts, the decision of the guard, and the facts */
        get: operations["getReleasedFigure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surveys/{surveyId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a survey came to, as it was released last: over all and by unit */
        get: operations["getSurveyResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engagement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Index, participation and questions by unit, survey after survey */
        get: operations["getEngagement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engagement/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One question from survey to survey; or `index`, or `participation` */
        get: operations["getEngagementTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/control-charts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Control charts, without their points */
        get: operations["listControlCharts"];
        put?: never;
        /**
         * Draw a control chart: its limits are computed from a baseline, and frozen
         * @description Of what customers answered, or of how often promises to them were kept, in weeks or months. Every period that is over, with the days that are waited for answers, becomes a point; a point after the baseline that breaks one of the rules raises a signal.
         */
        post: operations["drawControlChart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/control-charts/{chartId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One control chart: points, limits of every version, and the rules that they break */
        get: operations["getControlChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/control-charts/{chartId}/rebaseline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute new limits, from points that are plotted; the earlier ones stay readable */
        post: operations["rebaselineControlChart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/control-charts/{chartId}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a signal came from: the investigation that it opened is over */
        post: operations["explainSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signals of control charts, each with the investigation that it opened */
        get: operations["listSignals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/associations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How engagement, or recognition, and satisfaction of customers go together over units
         * @description Over the units of which both figures are shown: 5 people and 5 answers at least, each unit once, and none beside one that it is part of (`counting`). Coverage is of the people of the unit on the last day, with those below it; engagement is the index of the last survey that ended in the span, as it was released (`survey`); satisfaction is that of `/satisfaction` by unit. Read the warnings: an association over units is no cause, and says nothing of the people in them.
         */
        get: operations["getAssociation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How satisfied customers are, as `/satisfaction` tells it, as a table
         * @description What `/satisfaction` answers, a row a line: the total first (`by` is null), then each place, time, unit or person that was asked for. A row of too few answers is `hidden` and has no figure, and so is the one that would give it away. Rows of units and people may have the same response: they do not add up. A file of lines of JSON, CSV or Parquet, at the point that `Content-Location` names, with the columns `row`, `metric`, `from`, `until`, `scale_min`, `scale_max`, `by`, `of`, `tier`, `rank`, `score_value`, `score_n`, `score_definition`, `score_low`, `score_high`, `score_standardError`, `score_mean`, `score_successes`, `score_promoters`, `score_passives`, `score_detractors`, `asked`, `noAnswer_blank`, `noAnswer_notApplicable`, `noAnswer_doNotKnow`, `noAnswer_declined`, `noAnswer_dismissed`, `counting`, `position`. Nothing is in it that a person wrote or is called. Who has asked for what is recorded.
         */
        get: operations["exportSatisfaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/metric-releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Released figures that the caller may see, as a table
         * @description A figure a row, of every release: as it may be shown, or why it is withheld, and then without a value and without a count. No release is ever changed; a later one says what it takes the place of. A file of lines of JSON, CSV or Parquet, at the point that `Content-Location` names, with the columns `releaseId`, `figure`, `metric`, `version`, `formula`, `source_kind`, `source_survey`, `source_cycle`, `source_question`, `source_scale_min`, `source_scale_max`, `from`, `until`, `dimensions`, `group`, `n`, `value`, `low`, `high`, `standardError`, `mean`, `tier`, `suppressed`, `threshold`, `restates`, `restatedBy`, `releasedAt`, `countedAt`. Nothing is in it that a person wrote or is called. Who has asked for what is recorded.
         */
        get: operations["exportMetricReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a person, or a unit, performs: part by part, with weight, number and origin
         * @description Of goals whose period ends in the span, the attainment at their closing; of feedback given in it that subject and manager may both read, the share of praise in praise and suggestions; of reviews of a period that ends in it, what was finalised and shared, as a share of the scale; of customers, CSAT. A part that is missing leaves its weight to the others and is never 0. The index is Σ weight × share / Σ weight: a figure to talk about, which nobody is paid by. Feedback weighs nothing unless `weights` says so. A unit is told with all below it on the last day, each part from five people on, and where it would not give fewer away beside any other unit.
         */
        get: operations["getPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-figures/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How ratings of a cycle are spread, before and after calibration
         * @description Of reviews that a human has finalised. Before is what the first session found; without a session, and of a cycle that was finished elsewhere, both are the same. By unit: as it was on the last day of the period, with all below it. No curve is asked for, and none is drawn.
         */
        get: operations["getRatingDistribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-figures/nine-box": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Performance beside potential, in nine boxes
         * @description In thirds of each scale. Potential is there only where the template has a rating of it by managers; where it has not, `message` says so, and there are no boxes.
         */
        get: operations["getNineBox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-figures/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far raters agree, and how severe they are where that can be told
         * @description Of the ratings of a part, whose raters are not told (one that a single item of peers, or of upward reviewers, counts for), or of an item by named raters. Where peers or upward reviewers rate the item, raters are compared and none is told of; managers are told of by name. ICC(2,1) and ICC(2,k) where the same raters rated the same people (`same-raters`), else ICC(1,1) and ICC(1,k); Krippendorff’s alpha of all, with a bootstrap interval. From five people on. Severity is fitted where raters have people in common, and shrunk; else it is confounded with how good the team is: counted, and never corrected.
         */
        get: operations["getRaterAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-figures/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How often each group is rated high, beside the others
         * @description The impact ratio with its interval, Fisher’s exact test and n, before and after calibration. Who is in which group comes with the question, is held for the answer, and is kept nowhere: not in the log, not in a view, not in what is logged of requests. Ask only by what law and works agreement let you, and leave out whoever did not say. A question, though it has a body.
         */
        post: operations["askRatingImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-figures/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What another rule pack would make of the same ratings
         * @description Who would move and how far, how scores would be spread, and what it would do to groups. Marked as a scenario, and in no way to pay: who has asked is recorded, the answer is kept nowhere. Who is in which group comes with the question, is held for the answer, and is kept nowhere: not in the log, not in a view, not in what is logged of requests. Ask only by what law and works agreement let you, and leave out whoever did not say.
         */
        post: operations["runScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be paid by: ratings that a human has finalised
         * @description Of a cycle that is released or closed, without those that are disputed or reopened. No computed score, calibrated rating or scenario is in it: what waits is listed with why. An own one waits, for whoever asks, until it is shared with them.
         */
        get: operations["getPayFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rule-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rule pack with its versions */
        get: operations["listRulePacks"];
        put?: never;
        /** Publish a version of how ratings become a score */
        post: operations["publishRulePack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rule-packs/{packId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rule pack with its versions */
        get: operations["getRulePack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rule-packs/{packId}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of a rule pack, whole, as it was published */
        get: operations["getRulePackVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rule-packs/{packId}/versions/{version}/fit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a rule pack counts what a template asks, and why not */
        get: operations["getRulePackFit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every template with its titles and versions */
        get: operations["listReviewTemplates"];
        put?: never;
        /** Publish a version of what reviews ask */
        post: operations["publishReviewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template with its titles and versions */
        get: operations["getReviewTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-templates/{templateId}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of a template, whole with its words, as it was published */
        get: operations["getReviewTemplateVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was pinned for a review, as it read then, and what came too late */
        get: operations["getReviewEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/evidence/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The facts of a line that was pinned, one by one */
        get: operations["listReviewEvidenceFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why the score of a review is what it is: part by part, down to facts */
        get: operations["getReviewScore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened to a review: who, for whom, why, before, after */
        get: operations["getReviewStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two revisions of a review, or between two points */
        get: operations["getReviewDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/rendered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A review as it may be seen, whole: as JSON, as a page or as a PDF */
        get: operations["getRenderedReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Review cycles */
        get: operations["listReviewCycles"];
        put?: never;
        /** Plan a review cycle: of which days, whom, by which template and rule pack */
        post: operations["planReviewCycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles/{cycleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One review cycle */
        get: operations["getReviewCycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles/{cycleId}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pin who is reviewed and what counts, and open their reviews; 503 while sources are behind */
        post: operations["launchReviewCycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles/{cycleId}/late-joiners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review somebody else by the same pin */
        post: operations["addLateJoiner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles/{cycleId}/collect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let sections be written */
        post: operations["collectReviewCycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles/{cycleId}/calibrate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let ratings be compared */
        post: operations["calibrateReviewCycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles/{cycleId}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock the cycle, once every review is final */
        post: operations["lockReviewCycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles/{cycleId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let reviews be shared */
        post: operations["releaseReviewCycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles/{cycleId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the cycle */
        post: operations["closeReviewCycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cycles/{cycleId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the cycle up; its reviews end */
        post: operations["cancelReviewCycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own reviews, those one owes, leads, or may see of a person or a cycle
         * @description `cycle` narrows `subject`, `owedBy` or `ledBy`, of which one is taken at a time.
         */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One review, as far as the caller may see it */
        get: operations["getReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a peer, or one from below */
        post: operations["inviteReviewer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/invitations/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no to being asked */
        post: operations["declineInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit a section; again, it is a newer version, and the one before is kept */
        post: operations["submitSection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a rating in the place of the one that was seen, beside the computed one */
        post: operations["overrideRating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/finalise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what the rating is, and answer for it */
        post: operations["finaliseReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/not-rated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that there is no rating, and why */
        post: operations["declareNotRated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the subject read it */
        post: operations["shareReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one has seen it */
        post: operations["acknowledgeReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dispute the own review */
        post: operations["disputeReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a dispute */
        post: operations["resolveDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a review that was answered */
        post: operations["closeReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a review out: it stays, and counts no more */
        post: operations["withdrawReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allow a new revision of what is final */
        post: operations["reopenReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/repin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allow evidence to count that came late */
        post: operations["repinReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions that one takes part in, or may read */
        get: operations["listCalibrationSessions"];
        put?: never;
        /** Convene people who look at reviews of a cycle side by side */
        post: operations["conveneCalibrationSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who takes part in a session, how far it is, and how that came about */
        get: operations["getCalibrationSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reviews of a session: what each rests on, before, what is proposed, and after */
        get: operations["getCalibrationBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a session has changed, in all and by group; or what would hold without it */
        get: operations["getCalibrationFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let more people take part, also while the session runs */
        post: operations["addCalibrationMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}/excuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody take part no more; what they proposed stays */
        post: operations["excuseCalibrationMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}/moderator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have somebody else lead the session */
        post: operations["replaceCalibrationModerator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at more reviews, also while the session runs */
        post: operations["addCalibrationReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose another rating, with a reason */
        post: operations["proposeAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}/adjustments/{adjustmentId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what is proposed, or turn it down */
        post: operations["decideAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calibration-sessions/{sessionId}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session: what it decided is carried to the reviews */
        post: operations["lockCalibrationSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/past-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reviews that were finished elsewhere, those that you may read */
        get: operations["listPastReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/past-reviews/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the results of a finished cycle, a line each
         * @description A person has one past review of a cycle: the same line again changes nothing, and another result is refused. Ratings and the ends of the scale are numbers as the other system writes them. A refused line does not stop the others; the answer has a line for each.
         */
        post: operations["importPastReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/past-reviews/{pastReviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A review that was finished elsewhere, with what was corrected of it */
        get: operations["getPastReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/past-reviews/{pastReviewId}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct the rating of a review that was finished elsewhere, with a reason */
        post: operations["correctPastReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/past-cycles/{cycle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many were rated how in a cycle that was finished elsewhere */
        get: operations["getPastCycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your own draft of a section, as it was saved last, or at an earlier point
         * @description Null, and no ETag, where you have saved none of this review by then.
         */
        get: operations["getReviewDraft"];
        put?: never;
        /**
         * Save your draft of a section: all of it, as far as it is
         * @description The newest counts, and all are kept. With If-Match, the ETag that you have read or were given, a draft that was saved elsewhere meanwhile is not passed over: 412.
         */
        post: operations["saveReviewDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is due, and to whom, by the calendar of whoever has to do it
         * @description `whose` is `me`, `team` (who answers to you), `person:<subject>`, or `hr`: disputes to resolve, reviews to correct where a dispute was right, and reviews of those without a manager; none that you have a part in yourself. What somebody is asked as a peer or from below is listed for them alone. A page is of so many reviews and sessions; of a team, of so many people.
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The head of the log and the state of every view */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look through the whole log for damage */
        post: operations["checkLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/views/{view}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fold a view anew beside the live one, then let it take its place */
        post: operations["rebuildView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What views could not take */
        get: operations["listParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/parked/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One parked key with its facts */
        get: operations["getParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fold the parked facts again; all of them, or none */
        post: operations["retryParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/parked/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the key go on without these facts; it is recorded who said so, and why */
        post: operations["discardParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facts/{context}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The next published facts after a position
         * @description A batch may be shorter than `limit`, or empty, and not be the last one: you have read all there is when it is empty and `Plumbline-Position` is the `after` that you sent. Nobody is told of their own reviews: facts of these are left out, and the position moves over them. Read with a token of a service what has to be complete.
         */
        get: operations["listFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facts/{context}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Published facts after a position, and each new one as it is recorded
         * @description Server-sent events. The id of an event is its position; comments in between have one, too. Ends with the token, and when the server closes: connect again. Nobody is told of their own reviews: facts of these are left out, and the position moves over them. Read with a token of a service what has to be complete.
         */
        get: operations["followFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facts/{context}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All published facts after a position, up to now or up to another one
         * @description A file of lines of JSON, CSV or Parquet. Lines of JSON are CloudEvents, and the last one is `{"end":true,"position":…,"facts":…}`: without it the answer was cut. In tables a row is a fact, with `data` as JSON text, or with a column for each of its fields when a `type` is named. What was cut goes on `after` the position of its last whole row, asked as `Content-Location` says. Who has asked for what is recorded. Nobody is told of their own reviews: facts of these are left out, and the position moves over them. Read with a token of a service what has to be complete.
         */
        get: operations["exportFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it may be sent requests, check by check */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stream of published facts, as AsyncAPI 3 */
        get: operations["getAsyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        JoinDto: {
            person: string;
            name: string;
            /** Format: email */
            mail?: string;
            zone?: string;
            post: string | null;
            /** Format: date */
            from: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        PeopleQueryDto: {
            person?: string[];
            unit?: string;
            post?: string;
            /** @enum {string} */
            below?: "true" | "false";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        ImportQueryDto: {
            /** @enum {string} */
            dryRun?: "true" | "false";
        };
        TimesDto: {
            asOf?: string;
            effectiveAt?: string;
        };
        MoveDto: {
            post: string | null;
            /** Format: date */
            from: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RenameDto: {
            name?: string;
            /** Format: email */
            mail?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ZoneDto: {
            zone: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        DepartDto: {
            /** Format: date */
            from: string;
            reason?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CorrectPersonDto: {
            /** @enum {string} */
            field: "post" | "presence";
            /** Format: date */
            from: string;
            to: components["schemas"]["CorrectedEntryDto"] | null;
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CorrectedEntryDto: {
            /** Format: date */
            from: string;
            value: string | (boolean | null);
        };
        TeamQueryDto: {
            /** @enum {string} */
            all?: "true" | "false";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        ReadersQueryDto: {
            month?: string;
            limit?: string;
            after?: string;
        };
        LeaveDto: {
            kind: string;
            /** Format: date */
            from: string;
            until: string | null;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ChangeLeaveDto: {
            until: string | null;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        DelegateDto: {
            to: string;
            actions?: string[];
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RevokeDto: {
            /** Format: date */
            from: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        GrantRoleDto: {
            role: string;
            unit: string | null;
            /** Format: date */
            from: string;
            until: string | null;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ChangeStructureDto: {
            changes: (components["schemas"]["EstablishUnitDto"] | components["schemas"]["MoveUnitDto"] | components["schemas"]["HeadUnitDto"] | components["schemas"]["RenameUnitDto"] | components["schemas"]["CloseUnitDto"] | components["schemas"]["EstablishPostDto"] | components["schemas"]["MovePostDto"] | components["schemas"]["RetitlePostDto"] | components["schemas"]["ClosePostDto"] | components["schemas"]["DrawReportingLineDto"] | components["schemas"]["ChangeReportingLineDto"] | components["schemas"]["CorrectStructureDto"])[];
            /** @description An RFC 3339 instant, or a day (its end). */
            effectiveAt?: string;
        };
        EstablishUnitDto: {
            unit: string;
            parent: string | null;
            /** Format: date */
            from: string;
            name: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "EstablishUnit";
        };
        MoveUnitDto: {
            unit: string;
            parent: string | null;
            /** Format: date */
            from: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MoveUnit";
        };
        HeadUnitDto: {
            unit: string;
            post: string | null;
            /** Format: date */
            from: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "HeadUnit";
        };
        RenameUnitDto: {
            unit: string;
            name: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RenameUnit";
        };
        CloseUnitDto: {
            unit: string;
            /** Format: date */
            from: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CloseUnit";
        };
        EstablishPostDto: {
            post: string;
            unit: string;
            manager: string | null;
            fte: number;
            grade: string | null;
            /** Format: date */
            from: string;
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "EstablishPost";
        };
        MovePostDto: {
            post: string;
            unit: string;
            /** Format: date */
            from: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MovePost";
        };
        RetitlePostDto: {
            post: string;
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RetitlePost";
        };
        ClosePostDto: {
            post: string;
            /** Format: date */
            from: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ClosePost";
        };
        DrawReportingLineDto: {
            post: string;
            line: string;
            manager: string;
            /** Format: date */
            from: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "DrawReportingLine";
        };
        ChangeReportingLineDto: {
            post: string;
            line: string;
            manager: string | null;
            /** Format: date */
            from: string;
            reason?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ChangeReportingLine";
        };
        CorrectStructureDto: {
            of: components["schemas"]["CorrectedSubjectDto"];
            field: string;
            /** Format: date */
            from: string;
            to: components["schemas"]["CorrectedEntryDto"] | null;
            reason: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CorrectStructure";
        };
        CorrectedSubjectDto: {
            /** @enum {string} */
            kind: "unit" | "post";
            id: string;
        };
        PageDto: {
            limit?: string;
            after?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        PostsQueryDto: {
            unit?: string;
            manager?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        OrderReorganisationDto: {
            unit: string;
            /** Format: date */
            from: string;
            reason: string;
            into?: string;
            manager?: string;
            moves?: components["schemas"]["MovedPostDto"][];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        MovedPostDto: {
            post: string;
            unit?: string;
            manager?: string;
        };
        StopReorganisationDto: {
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        AccessQueryDto: {
            reader: string;
            subject: string;
            action: string;
            /** @enum {string} */
            role?: "goal-manager" | "hr-partner" | "service-manager" | "importer" | "auditor" | "analyst" | "operator" | "administrator";
            /** @enum {string} */
            kind?: "public" | "private";
            /** @enum {string} */
            stage?: "draft" | "active" | "closed" | "withdrawn";
            /** Format: date */
            on?: string;
            asOf?: string;
        };
        PublishStrategyDto: {
            owner?: string;
            title: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until?: string;
            themes: components["schemas"]["ThemeDto"][];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ThemeDto: {
            id?: string;
            name?: string;
            /** @enum {string} */
            perspective: "financial" | "customer" | "process" | "growth";
            weight?: number;
        };
        StrategiesQueryDto: {
            owner?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        ReviseStrategyDto: {
            reason: string;
            title?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
            themes?: components["schemas"]["ThemeDto"][];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RetireStrategyDto: {
            reason: string;
            /** Format: date */
            on?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RaiseSignalDto: {
            /** @enum {string} */
            kind: "market" | "customer" | "regulation" | "technology" | "internal";
            themeId?: string;
            what: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        AlignGoalDto: {
            /** Format: uuid */
            child: string;
            parent: components["schemas"]["ParentDto"];
            /** @enum {string} */
            mode: "contributes" | "supports";
            share?: number;
            /** Format: date */
            from?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ParentDto: {
            /** Format: uuid */
            goal?: string;
            /** Format: uuid */
            strategy?: string;
            theme?: string;
        };
        EndAlignmentDto: {
            reason: string;
            /** Format: date */
            on?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        MoveAlignmentDto: {
            parent: components["schemas"]["ParentDto"];
            /** @enum {string} */
            mode?: "contributes" | "supports";
            share?: number;
            reason: string;
            /** Format: date */
            on?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        SubmitIdeaDto: {
            owner?: string;
            title: string;
            description?: string;
            credit?: components["schemas"]["CreditDto"][];
            /** Format: uuid */
            signal?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CreditDto: {
            person: string;
            share: number;
        };
        IdeasQueryDto: {
            owner?: string;
            credited?: string;
            /** Format: uuid */
            signal?: string;
            /** @enum {string} */
            state?: "submitted" | "running" | "concluded" | "declined" | "adopted" | "withdrawn";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        AmendCreditDto: {
            reason: string;
            credit: components["schemas"]["CreditDto"][];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        StartExperimentDto: {
            hypothesis: components["schemas"]["HypothesisDto"];
            statement: string;
            /** Format: date */
            until: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        HypothesisDto: {
            metric: string;
            /** @enum {string} */
            direction: "increase" | "decrease";
            threshold: number;
            unit?: string;
        };
        ConcludeExperimentDto: {
            /** @enum {string} */
            outcome: "supported" | "refuted" | "inconclusive";
            value?: number;
            lesson: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        SettleIdeaDto: {
            /** @enum {string} */
            outcome: "declined" | "adopted" | "withdrawn";
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ReuseLessonDto: {
            by: components["schemas"]["ReuserDto"];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ReuserDto: {
            /** Format: uuid */
            goal?: string;
            /** Format: uuid */
            idea?: string;
        };
        MapQueryDto: {
            /** Format: uuid */
            strategy?: string;
            theme?: string;
            asOf?: string;
            effectiveAt?: string;
            owner?: string;
            unit?: string;
            period?: string;
        };
        WhatIfDto: {
            moves: components["schemas"]["ReparentingDto"][];
        };
        ReparentingDto: {
            /** Format: uuid */
            child: string;
            from?: components["schemas"]["ParentDto"];
            to?: components["schemas"]["ParentDto"];
            /** @enum {string} */
            mode?: "contributes" | "supports";
            share?: number;
        };
        UnitsQueryDto: {
            unit?: string;
            period?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        CountedQueryDto: {
            owner?: string;
            unit?: string;
            period?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        ReplanLatencyQueryDto: {
            /** Format: uuid */
            strategy?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        GoalTableDto: {
            owner?: string;
            period?: string;
            /** @enum {string} */
            stage?: "draft" | "active" | "closed" | "withdrawn";
            /** @enum {string} */
            format?: "ndjson" | "csv" | "parquet";
            /** @enum {string} */
            header?: "present" | "absent";
            limit?: string;
            asOf?: string;
            effectiveAt?: string;
            after?: string;
        };
        ReadingTableDto: {
            owner?: string;
            /** Format: uuid */
            goal?: string;
            /** @enum {string} */
            format?: "ndjson" | "csv" | "parquet";
            /** @enum {string} */
            header?: "present" | "absent";
            limit?: string;
            asOf?: string;
            effectiveAt?: string;
            after?: string;
        };
        DraftGoalDto: {
            owner?: string;
            title: string;
            description?: string;
            period: components["schemas"]["PeriodDto"];
            /** @enum {string} */
            measuredBy?: "key-results" | "indicators";
            cadenceDays?: number;
            /** @enum {string} */
            visibility?: "public" | "private";
            weight?: number;
            keyResults?: components["schemas"]["KeyResultDto"][];
            reference?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        PeriodDto: {
            name: string;
            /** Format: date */
            start: string;
            /** Format: date */
            end: string;
        };
        KeyResultDto: {
            id?: string;
            name: string;
            weight?: number;
            measure: components["schemas"]["LineMeasureDto"] | components["schemas"]["BandMeasureDto"] | components["schemas"]["MilestonesMeasureDto"] | components["schemas"]["UndefinedMeasureDto"];
        };
        LineMeasureDto: {
            start: number;
            target: number;
            unit?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "increase" | "decrease" | "completion";
        };
        BandMeasureDto: {
            low?: number;
            high?: number;
            unit?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "within";
        };
        MilestonesMeasureDto: {
            milestones: components["schemas"]["MilestoneDto"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "milestones";
        };
        MilestoneDto: {
            id: string;
            name: string;
            weight?: number;
        };
        UndefinedMeasureDto: {
            unit?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "undefined";
        };
        GoalsQueryDto: {
            owner?: string;
            period?: string;
            /** @enum {string} */
            stage?: "draft" | "active" | "closed" | "withdrawn";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        RedraftGoalDto: {
            title?: string;
            description?: string;
            period?: components["schemas"]["PeriodDto"];
            cadenceDays?: number;
            /** @enum {string} */
            visibility?: "public" | "private";
            weight?: number;
            keyResults?: components["schemas"]["KeyResultDto"][];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ActivateGoalDto: {
            /** @enum {string} */
            kind: "committed" | "aspirational";
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        AmendGoalDto: {
            reason: string;
            title?: string;
            description?: string;
            period?: components["schemas"]["PeriodDto"];
            cadenceDays?: number;
            /** @enum {string} */
            visibility?: "public" | "private";
            /** Format: uuid */
            signal?: string;
            targets?: components["schemas"]["TargetChangeDto"][];
            weights?: components["schemas"]["WeightChangeDto"][];
            add?: components["schemas"]["KeyResultDto"][];
            drop?: string[];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        TargetChangeDto: {
            keyResultId: string;
            target?: number;
            low?: number;
            high?: number;
        };
        WeightChangeDto: {
            keyResultId: string;
            weight: number;
        };
        TransferGoalDto: {
            to: string;
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CloseGoalDto: {
            score: number;
            lesson: string;
            postMortem?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        WithdrawGoalDto: {
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CheckInDto: {
            keyResultId: string;
            value?: number;
            milestonesDone?: string[];
            confidence?: number;
            narrative?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CorrectCheckInDto: {
            reason: string;
            value?: number;
            milestonesDone?: string[];
            confidence?: number;
            withdraw?: boolean;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        DefineKpiDto: {
            name: string;
            formula?: string;
            owner?: string;
            measure: components["schemas"]["LineMeasureDto"] | components["schemas"]["BandMeasureDto"] | components["schemas"]["MilestonesMeasureDto"] | components["schemas"]["UndefinedMeasureDto"];
            /** Format: uuid */
            goalId?: string;
            keyResultId?: string;
            reference?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        KpisQueryDto: {
            /** Format: uuid */
            goal?: string;
            owner?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        RedefineKpiDto: {
            reason: string;
            name?: string;
            formula?: string;
            measure?: components["schemas"]["LineMeasureDto"] | components["schemas"]["BandMeasureDto"] | components["schemas"]["MilestonesMeasureDto"] | components["schemas"]["UndefinedMeasureDto"];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RecordMeasurementDto: {
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
            period: components["schemas"]["PeriodDto"];
            value: number | null;
            against?: components["schemas"]["AgainstDto"];
            source?: string;
            note?: string;
        };
        AgainstDto: {
            start?: number;
            target?: number;
            low?: number;
            high?: number;
        };
        GiveFeedbackDto: {
            subject: string;
            /** @enum {string} */
            visibility: "manager-only" | "author-and-subject" | "author-subject-and-manager" | "public";
            /** @enum {string} */
            kind: "praise" | "suggestion" | "observation";
            message: string;
            links?: components["schemas"]["LinkDto"][];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        LinkDto: {
            /** Format: uuid */
            request?: string;
            /** Format: uuid */
            goal?: string;
            skill?: string;
            value?: string;
        };
        NotesQueryDto: {
            /** @enum {string} */
            about?: "me";
            /** @enum {string} */
            given?: "me";
            subject?: string;
            /** @enum {string} */
            kind?: "praise" | "suggestion" | "observation";
            /** @enum {string} */
            stage?: "given" | "retracted";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        RetractFeedbackDto: {
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        WidenVisibilityDto: {
            /** @enum {string} */
            to: "manager-only" | "author-and-subject" | "author-subject-and-manager" | "public";
            reason?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        AskFeedbackDto: {
            subject?: string;
            from: string;
            /** Format: date */
            due: string;
            topic?: components["schemas"]["TopicDto"];
            question: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        TopicDto: {
            /** Format: uuid */
            goal?: string;
            skill?: string;
            value?: string;
        };
        RequestsQueryDto: {
            /** @enum {string} */
            to?: "me";
            /** @enum {string} */
            by?: "me";
            /** @enum {string} */
            stage?: "open" | "declined" | "lapsed" | "answered";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        DeclineRequestDto: {
            reason?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        HoldOneToOneDto: {
            with: string;
            /** Format: date */
            on: string;
            agenda?: string[];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        OneToOnesQueryDto: {
            with?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        CorrectOneToOneDto: {
            /** Format: date */
            on: string;
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        AgreeActionDto: {
            owner: string;
            /** Format: date */
            due: string;
            action: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CompleteActionDto: {
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        DropActionDto: {
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CoverageQueryDto: {
            person?: string;
            unit?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        RecordResponseDto: {
            source: string;
            transaction?: string;
            /** Format: date */
            occurredOn: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            answeredAt?: string;
            touchpoint: string;
            channel: string;
            location?: string;
            answers: components["schemas"]["AnswerDto"][];
            weight?: number;
            comment?: string;
            attribution?: components["schemas"]["ShareDto"][];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        AnswerDto: {
            metric: string;
            scale?: components["schemas"]["ScaleDto"];
            score?: number;
            /** @enum {string} */
            noAnswer?: "blank" | "not-applicable" | "do-not-know" | "declined" | "dismissed";
            codes?: components["schemas"]["NoAnswerCodeDto"][];
        };
        ScaleDto: {
            min: number;
            max: number;
        };
        NoAnswerCodeDto: {
            code: number;
            /** @enum {string} */
            means: "blank" | "not-applicable" | "do-not-know" | "declined" | "dismissed";
        };
        ShareDto: {
            unit?: string;
            person?: string;
            share: number;
        };
        ResponsesQueryDto: {
            location?: string;
            touchpoint?: string;
            channel?: string;
            source?: string;
            unit?: string;
            person?: string;
            /** @enum {string} */
            loop?: "open" | "closed";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        AttributeResponseDto: {
            shares: components["schemas"]["ShareDto"][];
            reason?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        DisputeAttributionDto: {
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        SettleAttributionDto: {
            person: string;
            /** @enum {string} */
            outcome: "upheld" | "partly" | "rejected";
            shares?: components["schemas"]["ShareDto"][];
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CloseLoopDto: {
            cause: string;
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        WithdrawResponseDto: {
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        DefineProgrammeDto: {
            values: components["schemas"]["ValueDto"][];
            monthlyAllowance: number;
            pointsPerRecognitionMax: number;
            rewards?: components["schemas"]["RewardDto"][];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ValueDto: {
            id: string;
            name?: string;
        };
        RewardDto: {
            id: string;
            name?: string;
            cost: number;
        };
        ReviseProgrammeDto: {
            reason: string;
            values?: components["schemas"]["ValueDto"][];
            monthlyAllowance?: number;
            pointsPerRecognitionMax?: number;
            rewards?: components["schemas"]["RewardDto"][];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RecogniseDto: {
            receivers: string[];
            value: string;
            points?: number;
            note: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RecognitionsQueryDto: {
            to?: string;
            by?: string;
            value?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        RecognitionFiguresQueryDto: {
            unit?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        RedeemRewardDto: {
            reward: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RedemptionsQueryDto: {
            /** @enum {string} */
            open?: "true" | "false";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        DecideRewardDto: {
            /** @enum {string} */
            outcome: "fulfil" | "decline";
            reason?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        DefineServiceLevelDto: {
            name: string;
            targets: components["schemas"]["TargetsDto"];
            opening: components["schemas"]["OpeningDto"];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        TargetsDto: {
            firstResponse?: number;
            resolution?: number;
        };
        OpeningDto: {
            zone: string;
            week: components["schemas"]["HoursDto"][];
            holidays?: string[];
        };
        HoursDto: {
            from: number;
            until: number;
        };
        ReviseServiceLevelDto: {
            reason: string;
            name?: string;
            targets?: components["schemas"]["TargetsDto"];
            opening?: components["schemas"]["OpeningDto"];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        SlaAttainmentQueryDto: {
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            unit?: string;
            /** Format: uuid */
            sla?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        OpenCaseDto: {
            /** Format: uuid */
            slaRef: string;
            unit: string;
            customer: string;
            summary?: string;
            touchpoint?: string;
            /** Format: uuid */
            response?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CasesQueryDto: {
            unit?: string;
            /** Format: uuid */
            sla?: string;
            /** @enum {string} */
            stage?: "open" | "running" | "paused" | "resolved";
            /** @enum {string} */
            overdue?: "true" | "false";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        CaseChangeDto: {
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        PauseCaseDto: {
            cause: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ReopenCaseDto: {
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        LaunchSurveyDto: {
            owner: string;
            /** @enum {string} */
            kind: "pulse" | "enps" | "own";
            questions: components["schemas"]["QuestionDto"][];
            languages: string[];
            defaultLanguage: string;
            threshold?: number;
            commentThreshold?: number;
            orgAsOf?: components["schemas"]["OrgAsOfDto"];
            segments?: components["schemas"]["SegmentDto"][];
            audience: components["schemas"]["AudienceDto"];
            /** Format: date */
            opens: string;
            /** Format: date */
            closes: string;
            words: {
                [key: string]: string;
            };
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        QuestionDto: {
            id: string;
            /** @enum {string} */
            kind: "rating" | "enps" | "choice" | "comment";
            required: boolean;
            options?: string[];
        };
        OrgAsOfDto: {
            position?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            instant?: string;
        };
        SegmentDto: {
            id: string;
            values?: string[];
        };
        AudienceDto: {
            /** @enum {string} */
            kind: "people" | "link";
            people?: string[];
            units?: string[];
        };
        SurveysQueryDto: {
            /** @enum {string} */
            stage?: "launched" | "closed";
            /** @enum {string} */
            kind?: "pulse" | "enps" | "own";
            lang?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        RaiseThresholdDto: {
            threshold?: number;
            commentThreshold?: number;
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        CloseSurveyDto: {
            reason?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        PrintLinksDto: {
            count: number;
        };
        TakePartDto: {
            blindedTicket: string;
        };
        HandInDto: {
            ticket: components["schemas"]["TicketDto"];
            answer: components["schemas"]["GivenDto"];
        };
        TicketDto: {
            /** Format: uuid */
            surveyId: string;
            segments: {
                [key: string]: string;
            };
            nonce: string;
            signature: string;
        };
        GivenDto: {
            ratings?: {
                [key: string]: number;
            };
            choices?: {
                [key: string]: string;
            };
            comments?: {
                [key: string]: string;
            };
        };
        PageQueryDto: {
            lang?: string;
            ticket?: string;
        };
        SurveyQueryDto: {
            lang?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        AttainmentTableDto: {
            /** @enum {string} */
            format?: "ndjson" | "csv" | "parquet";
            /** @enum {string} */
            header?: "present" | "absent";
            limit?: string;
            after?: string;
            asOf?: string;
            effectiveAt?: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            unit?: string;
            /** Format: uuid */
            sla?: string;
        };
        RecognitionTableDto: {
            /** @enum {string} */
            format?: "ndjson" | "csv" | "parquet";
            /** @enum {string} */
            header?: "present" | "absent";
            limit?: string;
            after?: string;
            asOf?: string;
            effectiveAt?: string;
            unit?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
        };
        SatisfactionQueryDto: {
            metric: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            /** @enum {string} */
            by?: "location" | "touchpoint" | "channel" | "source" | "day" | "month" | "unit" | "person";
            scale?: string;
            location?: string;
            touchpoint?: string;
            channel?: string;
            source?: string;
            unit?: string;
            person?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        DefineMetricDto: {
            name: string;
            /** @enum {string} */
            formula: "nps@1" | "csat@1" | "ces-2.0@1" | "favourable@1" | "mean-score@1" | "participation@1" | "distribution@1";
            question?: string;
            minN?: number;
            dimensions?: string[];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ReviseMetricDto: {
            /** @enum {string} */
            formula?: "nps@1" | "csat@1" | "ces-2.0@1" | "favourable@1" | "mean-score@1" | "participation@1" | "distribution@1";
            question?: string;
            minN?: number;
            dimensions?: string[];
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        PublishReleaseDto: {
            metric: string;
            question?: string;
            scale?: components["schemas"]["PointsDto"];
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            dimensions?: string[];
            asOf?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        PointsDto: {
            min: number;
            max: number;
        };
        ReleasesQueryDto: {
            metric?: string;
            question?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        PublishRatingsDto: {
            metric: string;
            /** Format: uuid */
            cycle: string;
            /** @enum {string} */
            calibration?: "before" | "after";
            dimensions?: string[];
            asOf?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RestateReleaseDto: {
            asOf?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        EngagementQueryDto: {
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
            unit?: string;
            question?: string;
            limit?: string;
            after?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        TrendQueryDto: {
            question?: string;
            asOf?: string;
            effectiveAt?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
            unit?: string;
            limit?: string;
            after?: string;
        };
        DrawChartDto: {
            name: string;
            /** @enum {string} */
            figure: "score" | "bottom-share" | "sla-attainment";
            metric?: string;
            scale?: components["schemas"]["ChartScaleDto"];
            /** @enum {string} */
            clock?: "firstResponse" | "resolution";
            /** Format: uuid */
            serviceLevel?: string;
            place?: components["schemas"]["PlaceDto"];
            /** @enum {string} */
            period: "week" | "month";
            /** @enum {string} */
            chart: "xmr" | "p" | "p-prime";
            baseline: components["schemas"]["BaselineDto"];
            rules?: ("beyond-limit" | "run-of-8" | "run-of-9" | "two-of-three" | "four-of-five" | "six-in-a-row" | "beyond-range-limit")[];
            latenessDays?: number;
            owner?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ChartScaleDto: {
            min: number;
            max: number;
        };
        PlaceDto: {
            /** @enum {string} */
            by: "unit" | "location" | "touchpoint";
            is: string;
        };
        BaselineDto: {
            from: string;
            until: string;
        };
        ChartsQueryDto: {
            owner?: string;
            unit?: string;
            location?: string;
            touchpoint?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        RebaselineChartDto: {
            reason: string;
            name?: string;
            /** @enum {string} */
            chart?: "xmr" | "p" | "p-prime";
            baseline: components["schemas"]["BaselineDto"];
            rules?: ("beyond-limit" | "run-of-8" | "run-of-9" | "two-of-three" | "four-of-five" | "six-in-a-row" | "beyond-range-limit")[];
            owner?: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        ExplainSignalDto: {
            /** Format: uuid */
            signal: string;
            cause: string;
            note: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        SignalsQueryDto: {
            /** Format: uuid */
            chart?: string;
            owner?: string;
            /** @enum {string} */
            stage?: "open" | "explained";
            /** @enum {string} */
            overdue?: "true" | "false";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        AssociationQueryDto: {
            /** @enum {string} */
            between: "engagement" | "recognition-coverage";
            metric: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            scale?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        SatisfactionTableDto: {
            /** @enum {string} */
            format?: "ndjson" | "csv" | "parquet";
            /** @enum {string} */
            header?: "present" | "absent";
            limit?: string;
            after?: string;
            asOf?: string;
            effectiveAt?: string;
            metric: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            /** @enum {string} */
            by?: "location" | "touchpoint" | "channel" | "source" | "day" | "month" | "unit" | "person";
            scale?: string;
            location?: string;
            touchpoint?: string;
            channel?: string;
            source?: string;
            unit?: string;
            person?: string;
        };
        ReleaseTableDto: {
            metric?: string;
            question?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            until?: string;
            /** @enum {string} */
            format?: "ndjson" | "csv" | "parquet";
            /** @enum {string} */
            header?: "present" | "absent";
            limit?: string;
            asOf?: string;
            effectiveAt?: string;
            after?: string;
        };
        PerformanceQueryDto: {
            person?: string;
            unit?: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            weights?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        DistributionQueryDto: {
            /** Format: uuid */
            cycle?: string;
            pastCycle?: string;
            threshold?: string;
            /** @enum {string} */
            by?: "unit";
            asOf?: string;
            effectiveAt?: string;
        };
        NineBoxQueryDto: {
            potential?: string;
            asOf?: string;
            effectiveAt?: string;
            /** Format: uuid */
            cycle: string;
            threshold?: string;
        };
        AgreementQueryDto: {
            part?: string;
            item?: string;
            asOf?: string;
            effectiveAt?: string;
            /** Format: uuid */
            cycle: string;
            threshold?: string;
        };
        ImpactDto: {
            /** Format: uuid */
            cycle?: string;
            pastCycle?: string;
            attribute: string;
            atLeast: number;
            groups: components["schemas"]["RatedGroupDto"][];
            threshold?: number;
        };
        RatedGroupDto: {
            group: string;
            people: string[];
        };
        ScenarioDto: {
            /** Format: uuid */
            cycle: string;
            pack: string;
            fairness?: components["schemas"]["FairnessDto"];
            threshold?: number;
        };
        FairnessDto: {
            attribute: string;
            atLeast: number;
            groups: components["schemas"]["RatedGroupDto"][];
        };
        PayFeedQueryDto: {
            /** Format: uuid */
            cycle: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        PublishRulePackDto: {
            name: string;
            version: number;
            parts: {
                [key: string]: Record<string, never>;
            };
            total: string;
            rules: components["schemas"]["PackRuleDto"][];
            result: components["schemas"]["PackResultDto"];
            daysMin: number;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        PackRuleDto: {
            name: string;
            when: components["schemas"]["PackRuleWhenDto"];
            atMost: number;
        };
        PackRuleWhenDto: {
            part: string;
            below: number;
        };
        PackResultDto: {
            scale: components["schemas"]["ReviewScaleDto"];
            decimals: number;
        };
        ReviewScaleDto: {
            min: number;
            max: number;
        };
        FitQueryDto: {
            template: string;
        };
        PublishTemplateDto: {
            name: string;
            version: number;
            languages: string[];
            defaultLanguage: string;
            scale: components["schemas"]["RatingScaleDto"];
            sections: components["schemas"]["TemplateSectionDto"][];
            inputs?: components["schemas"]["TemplateInputDto"][];
            words: {
                [key: string]: string;
            };
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        RatingScaleDto: {
            name: string;
            anchors: number[];
            min: number;
            max: number;
        };
        TemplateSectionDto: {
            /** @enum {string} */
            role: "self" | "manager" | "peer" | "upward";
            items: components["schemas"]["TemplateItemDto"][];
        };
        TemplateItemDto: {
            id: string;
            /** @enum {string} */
            kind: "rating" | "text";
            required: boolean;
            part?: string;
        };
        TemplateInputDto: {
            part: string;
            /** @enum {string} */
            from: "goals" | "customers";
        };
        PointDto: {
            revision?: number;
            asOf?: string;
            effectiveAt?: string;
        };
        EvidenceFactsDto: {
            line: string;
            after?: number;
            limit?: number;
            asOf?: string;
            effectiveAt?: string;
            revision?: number;
        };
        DifferenceDto: {
            from: string;
            to: string;
        };
        RenderedDto: {
            /** @enum {string} */
            format?: "json" | "html" | "pdf";
            language?: string;
            asOf?: string;
            effectiveAt?: string;
            revision?: number;
        };
        PlanCycleDto: {
            title: string;
            period: components["schemas"]["ReviewPeriodDto"];
            template: components["schemas"]["PinDto"];
            pack: components["schemas"]["PinDto"];
            population?: components["schemas"]["PopulationDto"];
            peers: components["schemas"]["PeersDto"];
            due: components["schemas"]["ReviewDueDto"];
        };
        ReviewPeriodDto: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        PinDto: {
            id: string;
            version: number;
        };
        PopulationDto: {
            units: string[];
        };
        PeersDto: {
            /** @enum {string} */
            mode: "named" | "anonymous";
            min: number;
        };
        ReviewDueDto: {
            /** Format: date */
            self: string;
            /** Format: date */
            peer: string;
            /** Format: date */
            manager: string;
            /** Format: date */
            acknowledge: string;
        };
        CyclesQueryDto: {
            /** @enum {string} */
            stage?: "planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        StepDto: {
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        LateJoinerDto: {
            person: string;
        };
        ReasonDto: {
            reason: string;
        };
        ReviewsQueryDto: {
            subject?: string;
            /** @enum {string} */
            owedBy?: "me";
            /** @enum {string} */
            ledBy?: "me";
            /** Format: uuid */
            cycle?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        InviteReviewerDto: {
            /** @enum {string} */
            role: "peer" | "upward";
            reviewer: string;
            /** Format: date */
            due?: string;
        };
        DeclineInvitationDto: {
            /** @enum {string} */
            role: "peer" | "upward";
            reason?: string;
        };
        SubmitSectionDto: {
            /** @enum {string} */
            role: "self" | "manager" | "peer" | "upward";
            ratings: components["schemas"]["ItemRatingDto"][];
            texts: {
                [key: string]: string;
            };
            evidence?: string[];
        };
        ItemRatingDto: {
            item: string;
            rating: number;
        };
        OverrideRatingDto: {
            from: number | null;
            to: number;
            reasonCode: string;
            reason: string;
        };
        FinaliseReviewDto: {
            rating: number;
        };
        NotRatedDto: {
            /** @enum {string} */
            cause: "too-few-days" | "nothing-rated" | "long-absence" | "left" | "new-in-role" | "other";
        };
        AcknowledgeReviewDto: {
            comment?: string;
        };
        ResolveDisputeDto: {
            /** @enum {string} */
            outcome: "upheld" | "partly" | "rejected";
            reason: string;
        };
        ApproveDto: {
            askedBy: string;
            reason: string;
        };
        ConveneSessionDto: {
            /** Format: uuid */
            cycleId: string;
            title: string;
            moderator?: string;
            members: string[];
            reviews: string[];
        };
        SessionsQueryDto: {
            /** Format: uuid */
            cycle?: string;
            /** @enum {string} */
            stage?: "running" | "locked";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        SessionFiguresQueryDto: {
            /** @enum {string} */
            instead?: "without-session" | "without-moderator" | "rule-pack";
            moderator?: string;
            pack?: string;
            version?: string;
            asOf?: string;
            effectiveAt?: string;
        };
        AddMembersDto: {
            members: string[];
        };
        ExcuseMemberDto: {
            member: string;
            reason: string;
        };
        ReplaceModeratorDto: {
            to: string;
            reason: string;
        };
        AddReviewsDto: {
            reviews: string[];
        };
        ProposeAdjustmentDto: {
            /** Format: uuid */
            reviewId: string;
            to: number;
            /** @enum {string} */
            reasonCode: "rater-lenient" | "rater-severe" | "alike-elsewhere" | "evidence-overlooked" | "evidence-overweighed" | "goals-harder-than-others" | "goals-easier-than-others" | "circumstances" | "scale-misread";
            note: string;
        };
        DecideAdjustmentDto: {
            accepted: boolean;
            note?: string;
        };
        LockSessionDto: {
            note?: string;
        };
        PastReviewsQueryDto: {
            person?: string;
            cycle?: string;
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        CorrectPastReviewDto: {
            rating: number | null;
            reason: string;
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        SaveDraftDto: {
            ratings: components["schemas"]["DraftRatingDto"][];
            texts: {
                [key: string]: string;
            };
            /**
             * @description An RFC 3339 instant, or a day (its end, in UTC).
             * @example 2026-07-01T09:00:00Z
             * @example 2026-07-01
             */
            effectiveAt?: string;
        };
        DraftRatingDto: {
            item: string;
            rating: number;
        };
        TasksQueryDto: {
            whose?: string;
            /** @enum {string} */
            standing?: "open" | "waiting" | "done" | "lapsed" | "withdrawn" | "all";
            /** @enum {string} */
            overdue?: "true" | "false";
            asOf?: string;
            effectiveAt?: string;
            limit?: string;
            after?: string;
        };
        DiscardDto: {
            reason: string;
        };
        BatchQueryDto: {
            limit?: string;
            wait?: string;
            after?: string;
        };
        AfterDto: {
            after?: string;
        };
        ExportQueryDto: {
            after?: string;
            until?: string;
            type?: string;
            /** @enum {string} */
            format?: "ndjson" | "csv" | "parquet";
            /** @enum {string} */
            header?: "present" | "absent";
            limit?: string;
        };
        /**
         * @description RFC 9457. Switch on `code`; `errors` names each field and how to mend it.
         * @example {
         *       "type": "https://plumbline.dev/problems/request/invalid-body",
         *       "title": "The body is not valid",
         *       "status": 422,
         *       "detail": "/title: Title must be a string.",
         *       "code": "request/invalid-body",
         *       "errors": [
         *         {
         *           "field": "/title",
         *           "rule": "isString",
         *           "remedy": "Title must be a string."
         *         }
         *       ]
         *     }
         */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @example goal/already-closed */
            code: string;
            instance?: string;
            traceId?: string;
            errors?: components["schemas"]["FieldProblem"][];
        };
        FieldProblem: {
            /** @description JSON pointer into the body; `?name` a parameter, `header:Name` a header. */
            field: string;
            rule: string;
            remedy: string;
        };
        Receipt: {
            /** @description Of what was made. */
            id?: string;
            stream: string;
            revision: number;
            /** @description For Read-After. */
            position: string | null;
            /** @description The command had been carried out before. */
            replayed: boolean;
            /** @description False: it was already so. */
            changed: boolean;
        };
        /** @description Where in the order of everything recorded the answer was taken. Opaque. */
        Position: string | null;
        Actor: {
            sub: string;
            onBehalfOf?: string;
            via: string;
        };
        /** @description A figure with its interval of 0.95; a bound is null where too little was observed for it. */
        Estimate: {
            value: number | null;
            n: number;
            definition: string;
            low: number | null;
            high: number | null;
        };
        /** @description A share of counted cases with its interval of 0.95 (Wilson); null without any case. */
        Proportion: {
            value: number | null;
            n: number;
            definition: string;
            successes: number;
            low: number | null;
            high: number | null;
        };
        /** @description What everybody of the tenant sees. */
        PersonCard: {
            person: string;
            name: string | null;
            present: boolean;
            /** @description On leave on this day. */
            away: boolean;
            post: string | null;
            unit: string | null;
            /** @description Who holds the nearest post above that somebody holds who is here. */
            managers: string[];
            revision: number;
        };
        PersonSheet: {
            person: string;
            name: string | null;
            present: boolean;
            /** @description On leave on this day. */
            away: boolean;
            post: string | null;
            unit: string | null;
            /** @description Who holds the nearest post above that somebody holds who is here. */
            managers: string[];
            revision: number;
            details?: components["schemas"]["PersonDetails"];
        };
        /** @description Only for those who may see them; the look of others than the person is recorded. */
        PersonDetails: {
            mail: string | null;
            zone: string | null;
            presence: {
                /** Format: date */
                from: string;
                value: boolean;
            }[];
            posts: {
                /** Format: date */
                from: string;
                value: string | null;
            }[];
            leaves: {
                /** Format: uuid */
                leave: string;
                kind: string | null;
                /** Format: date */
                from: string;
                /** Format: date */
                until: string | null;
            }[];
            delegations: {
                /** Format: uuid */
                delegation: string;
                to: string;
                actions: "all" | string[];
                /** Format: date */
                from: string;
                /** Format: date */
                until: string;
                /** Format: date */
                revokedFrom: string | null;
            }[];
            roles: {
                /** Format: uuid */
                grant: string;
                role: string;
                unit: string | null;
                /** Format: date */
                from: string;
                /** Format: date */
                until: string | null;
                /** Format: date */
                revokedFrom: string | null;
            }[];
            /** @description For whom, on this day. */
            standsInFor: {
                person: string;
                actions: "all" | string[];
            }[];
        };
        PersonHistoryItem: {
            /** Format: uuid */
            factId: string;
            type: string;
            revision: number;
            position: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            effectiveAt: string;
            by: components["schemas"]["Actor"];
            data: Record<string, never>;
            words: {
                [key: string]: string | null;
            };
        };
        Counts: {
            people: number;
            posts: number;
            /** @description Full-time places, summed exactly. */
            fte: number;
        };
        OrganizationShape: {
            people: number;
            posts: number;
            /** @description Posts that nobody holds. */
            vacant: number;
            /** @description Full-time places, summed exactly. */
            fte: number;
            /** @description Posts that report to none. */
            tops: string[];
            /** @description Posts on the longest way from a top down. */
            depth: number;
            units: {
                unit: string;
                parent: string | null;
                /** @description 0 for a unit that is in no other. */
                level: number;
                own: components["schemas"]["Counts"];
                total: components["schemas"]["Counts"];
            }[];
        };
        Unit: {
            unit: string;
            name: string | null;
            /** Format: date */
            since: string;
            parent: string | null;
            /** @description The post that heads it. */
            head: string | null;
            /** @description Who holds that post. */
            heads: string[];
            /** @description People of the unit itself, those below apart. */
            members: number;
            open: boolean;
            history: {
                parent: {
                    /** Format: date */
                    from: string;
                    value: string | null;
                }[];
                head: {
                    /** Format: date */
                    from: string;
                    value: string | null;
                }[];
                closed: {
                    /** Format: date */
                    from: string;
                    value: boolean;
                }[];
            };
            revision: number;
        };
        Post: {
            post: string;
            title: string | null;
            /** Format: date */
            since: string;
            fte: number;
            grade: string | null;
            unit: string | null;
            /** @description By line, `solid` or `dotted:<code>`: the post that it reports to. */
            lines: {
                [key: string]: string | null;
            };
            holders: string[];
            open: boolean;
            history: {
                unit: {
                    /** Format: date */
                    from: string;
                    value: string;
                }[];
                lines: {
                    [key: string]: {
                        /** Format: date */
                        from: string;
                        value: string | null;
                    }[];
                };
                closed: {
                    /** Format: date */
                    from: string;
                    value: boolean;
                }[];
            };
            revision: number;
        };
        Reorganisation: {
            /** Format: uuid */
            reorganisation: string;
            unit: string;
            /** Format: date */
            from: string;
            /** @enum {unknown} */
            state: "ordered" | "under-way" | "completed" | "stopped";
            reason: string | null;
            moves: number;
            done: number;
            left: number;
            refused: {
                post: string;
                code: string;
            }[];
            /** Format: date-time */
            orderedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            revision: number;
        };
        Viewing: {
            by: string;
            action: string;
            rule: string;
            record: string;
            /** Format: date-time */
            at: string;
            onBehalfOf?: string;
        };
        AccessAnswer: {
            position: components["schemas"]["Position"];
            reader: string;
            subject: string;
            action: string;
            /** Format: date */
            on: string;
            policyVersion: number;
            /** Format: date-time */
            checkedAt: string;
            could: {
                /** @constant */
                permitted: true;
                rule: string;
                logged: boolean;
            } | {
                /** @constant */
                permitted: false;
                rule: string;
                detail: string;
            };
            looked: components["schemas"]["Viewing"][];
        };
        PolicyRule: {
            action: string;
            who: string;
            /** @description Nobody does it in the place of another. */
            inPerson: boolean;
            grants: {
                as: string[];
                /** @enum {unknown} */
                kind?: "public" | "private";
                stages?: string[];
                /** @constant */
                when?: "then";
                /** @constant */
                logged?: true;
            }[];
        };
        /** @description A figure; `value` null is unknown, never zero. `n` is what it was counted from. */
        Figure: {
            value: number | null;
            n: number;
            definition: string;
        };
        Period: {
            name: string;
            /** Format: date */
            start: string;
            /** Format: date */
            end: string;
        };
        Measure: {
            /** @enum {unknown} */
            kind: "increase" | "decrease" | "within" | "milestones" | "completion" | "undefined";
            start?: number;
            target?: number;
            low?: number;
            high?: number;
            unit?: string;
            milestones?: {
                id: string;
                weight: number;
                name?: string | null;
            }[];
        };
        GoalPeriod: {
            name: string;
            /** Format: date */
            start: string;
            /** Format: date */
            end: string;
            goals: number;
        };
        GoalSummary: {
            /** Format: uuid */
            id: string;
            reference: string | null;
            owner: string;
            title: string | null;
            /** @enum {unknown} */
            stage: "draft" | "active" | "closed" | "withdrawn";
            /** @enum {unknown} */
            kind: "committed" | "aspirational" | null;
            period: components["schemas"]["Period"];
            /** @enum {unknown} */
            measuredBy: "key-results" | "indicators";
            cadenceDays: number;
            /** @enum {unknown} */
            visibility: "public" | "private";
            weight: number;
            progress: components["schemas"]["Figure"];
            measures: {
                total: number;
                withProgress: number;
            };
            pace: components["schemas"]["Figure"];
            /** @enum {unknown} */
            grade: "met" | "missed" | "green" | "amber" | "red" | null;
            /** Format: date-time */
            lastCheckInAt: string | null;
            stale: boolean | null;
            revision: number;
        };
        StaleGoal: {
            /** Format: uuid */
            id: string;
            reference: string | null;
            owner: string;
            title: string | null;
            /** @enum {unknown} */
            stage: "draft" | "active" | "closed" | "withdrawn";
            /** @enum {unknown} */
            kind: "committed" | "aspirational" | null;
            period: components["schemas"]["Period"];
            /** @enum {unknown} */
            measuredBy: "key-results" | "indicators";
            cadenceDays: number;
            /** @enum {unknown} */
            visibility: "public" | "private";
            weight: number;
            progress: components["schemas"]["Figure"];
            measures: {
                total: number;
                withProgress: number;
            };
            pace: components["schemas"]["Figure"];
            /** @enum {unknown} */
            grade: "met" | "missed" | "green" | "amber" | "red" | null;
            /** Format: date-time */
            lastCheckInAt: string | null;
            stale: boolean | null;
            revision: number;
            daysSinceCheckIn: number | null;
        };
        GoalDetail: {
            /** Format: uuid */
            id: string;
            reference: string | null;
            owner: string;
            title: string | null;
            /** @enum {unknown} */
            stage: "draft" | "active" | "closed" | "withdrawn";
            /** @enum {unknown} */
            kind: "committed" | "aspirational" | null;
            period: components["schemas"]["Period"];
            /** @enum {unknown} */
            measuredBy: "key-results" | "indicators";
            cadenceDays: number;
            /** @enum {unknown} */
            visibility: "public" | "private";
            weight: number;
            progress: components["schemas"]["Figure"];
            measures: {
                total: number;
                withProgress: number;
            };
            pace: components["schemas"]["Figure"];
            /** @enum {unknown} */
            grade: "met" | "missed" | "green" | "amber" | "red" | null;
            /** Format: date-time */
            lastCheckInAt: string | null;
            stale: boolean | null;
            revision: number;
            description: string | null;
            /** Format: date-time */
            draftedAt: string;
            /** Format: date-time */
            activatedAt: string | null;
            keyResults: components["schemas"]["KeyResult"][];
            indicators: components["schemas"]["Kpi"][];
            closed: components["schemas"]["Closing"] | null;
        };
        KeyResult: {
            id: string;
            name: string | null;
            weight: number;
            measure: components["schemas"]["Measure"];
            original: components["schemas"]["Measure"] | null;
            current: {
                checkInId: string;
                /** Format: date-time */
                at: string;
                value: number | null;
                milestonesDone: string[] | null;
            } | null;
            attainment: components["schemas"]["Figure"];
            rawAttainment: components["schemas"]["Figure"];
            attainmentAgainstOriginal: components["schemas"]["Figure"];
            met: boolean | null;
            checkIns: components["schemas"]["CheckIn"][];
        };
        CheckIn: {
            id: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            recordedAt: string;
            value: number | null;
            milestonesDone: string[] | null;
            confidence: number | null;
            narrative: string | null;
            late: boolean;
            withdrawn: boolean;
            source: string;
            by: components["schemas"]["Actor"];
            corrections: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                by: components["schemas"]["Actor"];
                before: unknown;
                after: unknown;
                reason: string | null;
            }[];
        };
        Closing: {
            score: number;
            /** @enum {unknown} */
            grade: "met" | "missed" | "green" | "amber" | "red";
            attainment: number | null;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Actor"];
            lesson: string | null;
            postMortem: string | null;
            outcomes: {
                keyResultId: string;
                attainment: number | null;
                met: boolean | null;
            }[];
        };
        Kpi: {
            /** Format: uuid */
            id: string;
            reference: string | null;
            goalId: string | null;
            keyResultId: string | null;
            owner: string;
            name: string | null;
            formula: string | null;
            version: number;
            measure: components["schemas"]["Measure"];
            latest: components["schemas"]["Reading"] | null;
            progress: components["schemas"]["Figure"];
            met: boolean | null;
            completions: {
                done: number | null;
                of: number;
            } | null;
            readings: components["schemas"]["Reading"][];
            revision: number;
        };
        Reading: {
            id: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            recordedAt: string;
            period: components["schemas"]["Period"];
            value: number | null;
            against: Record<string, never> | null;
            definitionVersion: number;
            progress: components["schemas"]["Figure"];
            met: boolean | null;
            late: boolean;
            source: string;
            note: string | null;
            by: components["schemas"]["Actor"];
            supersededBy: string | null;
        };
        HistoryItem: {
            /** Format: uuid */
            factId: string;
            type: string;
            stream: string;
            revision: number;
            position: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            effectiveAt: string;
            by: components["schemas"]["Actor"];
            changes: {
                field: string;
                before: unknown;
                after: unknown;
            }[];
            reason: string | null;
        };
        Strategy: {
            /** Format: uuid */
            id: string;
            owner: string;
            title: string | null;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string | null;
            /** Format: date */
            retiredOn: string | null;
            /** Format: date-time */
            publishedAt: string;
            /** @enum {unknown} */
            state: "planned" | "in-force" | "ended" | "retired";
            themes: {
                id: string;
                name: string | null;
                /** @enum {unknown} */
                perspective: "financial" | "customer" | "process" | "growth";
                weight: number;
            }[];
            revisions: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            }[];
            retired: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            } | null;
            signals: components["schemas"]["Signal"][];
            revision: number;
        };
        Signal: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "market" | "customer" | "regulation" | "technology" | "internal";
            themeId: string | null;
            /** Format: date-time */
            raisedAt: string;
            by: components["schemas"]["Actor"];
            what: string | null;
        };
        /** @description A goal, or a theme of a strategy. */
        AlignmentParent: {
            /** Format: uuid */
            goal: string;
        } | {
            /** Format: uuid */
            strategy: string;
            theme: string;
        };
        GoalAlignments: {
            position: components["schemas"]["Position"];
            /** Format: date */
            on: string;
            parents: {
                parent: components["schemas"]["AlignmentParent"];
                /** Format: uuid */
                id: string;
                /** @enum {unknown} */
                mode: "contributes" | "supports";
                share: number | null;
                /** Format: date */
                from: string;
                /** Format: date */
                until: string | null;
                /** @enum {unknown} */
                state: "planned" | "in-force" | "ended";
                owner: string | null;
                title: string | null;
                /** @description The caller may not see the other end. */
                hidden: boolean;
                reason: string | null;
            }[];
            children: {
                /** Format: uuid */
                child: string;
                /** Format: uuid */
                id: string;
                /** @enum {unknown} */
                mode: "contributes" | "supports";
                share: number | null;
                /** Format: date */
                from: string;
                /** Format: date */
                until: string | null;
                /** @enum {unknown} */
                state: "planned" | "in-force" | "ended";
                owner: string | null;
                title: string | null;
                /** @description The caller may not see the other end. */
                hidden: boolean;
                reason: string | null;
            }[];
        };
        Idea: {
            /** Format: uuid */
            id: string;
            owner: string;
            credit: components["schemas"]["Credit"];
            signalId: string | null;
            /** @enum {unknown} */
            state: "submitted" | "running" | "concluded" | "declined" | "adopted" | "withdrawn";
            title: string | null;
            description: string | null;
            /** Format: date-time */
            submittedAt: string;
            experiment: components["schemas"]["Experiment"] | null;
            settled: {
                outcome: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            } | null;
            creditAmendments: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                before: components["schemas"]["Credit"];
                reason: string | null;
            }[];
            reuses: {
                by: Record<string, never>;
                /** Format: date-time */
                at: string;
            }[];
            revision: number;
        };
        Credit: {
            person: string;
            share: number;
        }[];
        Experiment: {
            /** Format: date-time */
            startedAt: string;
            hypothesis: {
                metric: string;
                /** @enum {unknown} */
                direction: "increase" | "decrease";
                threshold: number;
                unit?: string;
            };
            statement: string | null;
            /** Format: date */
            until: string;
            concluded: {
                /** @enum {unknown} */
                outcome: "supported" | "refuted" | "inconclusive";
                value: number | null;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                lesson: string | null;
            } | null;
        };
        /** @description Progress from below: `n` contributors with a value, of `of` in all. */
        RollUp: {
            value: number | null;
            n: number;
            definition: string;
            raw: number | null;
            of: number;
            /** @enum {unknown} */
            method: "additive" | "mean" | null;
        };
        AlignmentMap: {
            position: components["schemas"]["Position"];
            /** Format: date */
            on: string;
            totals: {
                shown: number;
                hidden: number;
                coverage: components["schemas"]["Figure"];
                byPerspective: {
                    /** @enum {unknown} */
                    perspective: "financial" | "customer" | "process" | "growth";
                    coverage: components["schemas"]["Figure"];
                }[];
                orphans: {
                    n: number;
                    items: string[];
                };
                unconnected: {
                    n: number;
                    items: string[];
                };
                unaligned: {
                    n: number;
                    items: string[];
                };
                depths: {
                    depth: number;
                    goals: number;
                }[];
                byOwnerKind: {
                    kind: string;
                    coverage: components["schemas"]["Figure"];
                }[];
                byUnit: {
                    unit: string | null;
                    coverage: components["schemas"]["Figure"];
                }[];
                cyclic: {
                    n: number;
                    items: string[];
                };
            };
            strategies: {
                /** Format: uuid */
                id: string;
                owner: string | null;
                title: string | null;
                progress: components["schemas"]["Figure"];
                coverage: components["schemas"]["Figure"];
            }[];
            themes: {
                /** Format: uuid */
                strategy: string;
                theme: string;
                name: string | null;
                /** @enum {unknown} */
                perspective: "financial" | "customer" | "process" | "growth";
                weight: number;
                children: {
                    alignmentId: string;
                    /** Format: uuid */
                    child: string;
                    /** @enum {unknown} */
                    mode: "contributes" | "supports";
                    share: number | null;
                }[];
                rolledUp: components["schemas"]["RollUp"];
                coverage: components["schemas"]["Figure"];
            }[];
            nodes: components["schemas"]["MapNode"][];
        };
        MapNode: {
            /** Format: uuid */
            id: string;
            /** @constant */
            hidden: true;
        } | {
            /** Format: uuid */
            id: string;
            /** @constant */
            hidden: false;
            reference: string | null;
            owner: string;
            title: string | null;
            /** @enum {unknown} */
            stage: "draft" | "active" | "closed" | "withdrawn";
            /** @enum {unknown} */
            visibility: "public" | "private";
            period: string;
            weight: number;
            progress: components["schemas"]["Figure"];
            rolledUp: components["schemas"]["RollUp"];
            /** @enum {unknown} */
            status: "aligned" | "orphan" | "unconnected" | "unaligned";
            depth: number | null;
            themes: {
                /** Format: uuid */
                strategy: string;
                theme: string;
            }[];
            parents: {
                alignmentId: string;
                parent: components["schemas"]["AlignmentParent"];
                /** @enum {unknown} */
                mode: "contributes" | "supports";
                share: number | null;
            }[];
            lost: {
                alignmentId: string;
                parent: components["schemas"]["AlignmentParent"];
                /** @enum {unknown} */
                mode: "contributes" | "supports";
                share: number | null;
            }[];
            children: {
                alignmentId: string;
                /** Format: uuid */
                child: string;
                /** @enum {unknown} */
                mode: "contributes" | "supports";
                share: number | null;
            }[];
        };
        WhatIf: {
            position: components["schemas"]["Position"];
            /** Format: date */
            on: string;
            refused: {
                move: number;
                code: string;
                detail: string;
                field: string;
            }[];
            before: {
                coverage: components["schemas"]["Figure"];
                byPerspective: {
                    /** @enum {unknown} */
                    perspective: "financial" | "customer" | "process" | "growth";
                    coverage: components["schemas"]["Figure"];
                }[];
                orphans: {
                    n: number;
                    items: string[];
                };
                unconnected: {
                    n: number;
                    items: string[];
                };
                unaligned: {
                    n: number;
                    items: string[];
                };
                depths: {
                    depth: number;
                    goals: number;
                }[];
                strategies: {
                    /** Format: uuid */
                    id: string;
                    progress: components["schemas"]["Figure"];
                    coverage: components["schemas"]["Figure"];
                }[];
            };
            after: {
                coverage: components["schemas"]["Figure"];
                byPerspective: {
                    /** @enum {unknown} */
                    perspective: "financial" | "customer" | "process" | "growth";
                    coverage: components["schemas"]["Figure"];
                }[];
                orphans: {
                    n: number;
                    items: string[];
                };
                unconnected: {
                    n: number;
                    items: string[];
                };
                unaligned: {
                    n: number;
                    items: string[];
                };
                depths: {
                    depth: number;
                    goals: number;
                }[];
                strategies: {
                    /** Format: uuid */
                    id: string;
                    progress: components["schemas"]["Figure"];
                    coverage: components["schemas"]["Figure"];
                }[];
            };
            difference: {
                coverage: number | null;
                statuses: {
                    n: number;
                    items: {
                        /** Format: uuid */
                        goalId: string;
                        /** @enum {unknown} */
                        before: "aligned" | "orphan" | "unconnected" | "unaligned";
                        /** @enum {unknown} */
                        after: "aligned" | "orphan" | "unconnected" | "unaligned";
                    }[];
                };
                depths: {
                    n: number;
                    items: {
                        /** Format: uuid */
                        goalId: string;
                        before: number | null;
                        after: number | null;
                    }[];
                };
                rolledUp: {
                    n: number;
                    items: {
                        /** Format: uuid */
                        goalId: string;
                        before: components["schemas"]["RollUp"];
                        after: components["schemas"]["RollUp"];
                    }[];
                };
                themes: {
                    /** Format: uuid */
                    strategy: string;
                    theme: string;
                    before: components["schemas"]["Figure"];
                    after: components["schemas"]["Figure"];
                }[];
                themesRolledUp: {
                    /** Format: uuid */
                    strategy: string;
                    theme: string;
                    before: components["schemas"]["RollUp"];
                    after: components["schemas"]["RollUp"];
                }[];
            };
        };
        UnitPool: {
            goals: number;
            active: number;
            closed: number;
            met: number;
            notMet: number;
            weight: number;
            progress: components["schemas"]["Figure"];
            metShare: components["schemas"]["Figure"];
        };
        UnitProgress: {
            position: components["schemas"]["Position"];
            /** Format: date */
            on: string;
            units: {
                unit: string;
                parent: string | null;
                own: components["schemas"]["UnitPool"];
                total: components["schemas"]["UnitPool"];
            }[];
            unknown: components["schemas"]["UnitPool"];
            all: components["schemas"]["UnitPool"];
        };
        AmendmentLag: {
            position: components["schemas"]["Position"];
            median: components["schemas"]["Estimate"];
            p90: components["schemas"]["Estimate"];
            lapsed: number;
            answered: {
                n: number;
                items: {
                    /** Format: uuid */
                    alignmentId: string;
                    /** Format: uuid */
                    child: string;
                    /** Format: uuid */
                    parent: string;
                    /** Format: date-time */
                    amendedAt: string;
                    /** Format: date-time */
                    replannedAt: string;
                    days: number;
                }[];
            };
            waiting: {
                n: number;
                items: {
                    /** Format: uuid */
                    alignmentId: string;
                    /** Format: uuid */
                    child: string;
                    /** Format: uuid */
                    parent: string;
                    /** Format: date-time */
                    amendedAt: string;
                    ageDays: number;
                }[];
            };
        };
        InnovationFunnel: {
            position: components["schemas"]["Position"];
            ideas: number;
            tried: components["schemas"]["Proportion"];
            adopted: components["schemas"]["Proportion"];
            adoptedOfTried: components["schemas"]["Proportion"];
            settled: {
                declined: number;
                adopted: number;
                withdrawn: number;
                open: number;
            };
            conclusions: {
                outcome: string;
                share: components["schemas"]["Proportion"];
            }[];
            running: number;
            adoptionDays: {
                median: components["schemas"]["Estimate"];
                p90: components["schemas"]["Estimate"];
            };
            experimentDays: {
                median: components["schemas"]["Estimate"];
                p90: components["schemas"]["Estimate"];
            };
            lessons: {
                reused: components["schemas"]["Proportion"];
                uses: number;
            };
            pivots: {
                /** @enum {unknown} */
                kind: "market" | "customer" | "regulation" | "technology" | "internal";
                rate: components["schemas"]["Proportion"];
            }[];
        };
        ReplanLatency: {
            position: components["schemas"]["Position"];
            median: components["schemas"]["Estimate"];
            p90: components["schemas"]["Estimate"];
            before: number;
            signals: {
                /** Format: uuid */
                id: string;
                /** @enum {unknown} */
                kind: "market" | "customer" | "regulation" | "technology" | "internal";
                /** Format: date-time */
                raisedAt: string;
                answers: {
                    /** Format: uuid */
                    goalId: string;
                    days: number;
                }[];
            }[];
            open: {
                /** Format: uuid */
                id: string;
                /** @enum {unknown} */
                kind: "market" | "customer" | "regulation" | "technology" | "internal";
                /** Format: date-time */
                raisedAt: string;
                ageDays: number;
            }[];
        };
        FeedbackNote: {
            /** Format: uuid */
            id: string;
            author: string;
            subject: string;
            /** @enum {unknown} */
            visibility: "manager-only" | "author-and-subject" | "author-subject-and-manager" | "public";
            /** @enum {unknown} */
            kind: "praise" | "suggestion" | "observation";
            links: {
                /** Format: uuid */
                goal?: string;
                skill?: string;
                value?: string;
                /** Format: uuid */
                request?: string;
            }[];
            /** @enum {unknown} */
            stage: "given" | "retracted";
            /** Format: date-time */
            givenAt: string;
            /** @description Null once the note is retracted. */
            message: string | null;
            widened: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
                /** @enum {unknown} */
                from: "manager-only" | "author-and-subject" | "author-subject-and-manager" | "public";
                /** @enum {unknown} */
                to: "manager-only" | "author-and-subject" | "author-subject-and-manager" | "public";
            }[];
            retracted: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            } | null;
            revision: number;
        };
        FeedbackRequest: {
            /** Format: uuid */
            id: string;
            by: string;
            subject: string;
            from: string;
            /** Format: date */
            due: string;
            topic: {
                /** Format: uuid */
                goal?: string;
                skill?: string;
                value?: string;
            } | null;
            /** @enum {unknown} */
            stage: "open" | "declined" | "lapsed" | "answered";
            /** Format: date-time */
            askedAt: string;
            asker: components["schemas"]["Actor"];
            question: string | null;
            outcomes: {
                /** @enum {unknown} */
                stage: "declined" | "lapsed" | "answered";
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            }[];
            /** Format: uuid */
            noteId: string | null;
            revision: number;
        };
        OneToOne: {
            /** Format: uuid */
            id: string;
            people: string[];
            /** @description The one of the two whose key seals the agenda. */
            about: string;
            /** Format: date */
            on: string;
            /** Format: date-time */
            recordedAt: string;
            agenda: (string | null)[];
            corrections: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            }[];
            actions: components["schemas"]["AgreedAction"][];
            revision: number;
        };
        AgreedAction: {
            /** Format: uuid */
            id: string;
            owner: string;
            /** Format: date */
            due: string;
            action: string | null;
            /** @enum {unknown} */
            stage: "open" | "completed" | "dropped";
            /** Format: date-time */
            agreedAt: string;
            agreedBy: components["schemas"]["Actor"];
            ended: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            } | null;
        };
        /** @description Feedback is looked at over 30 days for coverage and received, over 92 for all the rest. */
        FeedbackCoverage: {
            position: components["schemas"]["Position"];
            person?: string;
            unit?: string;
            /** Format: date */
            on: string;
            /**
             * @description Whose sight is counted by: what is hidden from them counts for nothing.
             * @enum {unknown}
             */
            countedBy: "person" | "managers";
            coverage: components["schemas"]["Proportion"];
            received: components["schemas"]["Estimate"];
            responseRate: components["schemas"]["Proportion"];
            responseHours: components["schemas"]["Estimate"];
            reciprocity: components["schemas"]["Estimate"];
            tied: components["schemas"]["Proportion"];
        };
        CustomerResponse: {
            id: string;
            /** @enum {string} */
            stage: "recorded" | "withdrawn";
            source: string;
            transaction: string | null;
            /** Format: date */
            occurredOn: string;
            answeredAt: string | null;
            touchpoint: string;
            channel: string;
            location: string | null;
            answers: {
                metric: string;
                scale: {
                    min: number;
                    max: number;
                };
                score: number | null;
                /** @enum {string} */
                noAnswer?: "blank" | "not-applicable" | "do-not-know" | "declined" | "dismissed";
            }[];
            weight: number | null;
            comment: string | null;
            /** Format: date-time */
            recordedAt: string;
            shares: {
                unit?: string;
                person?: string;
                share: number;
            }[];
            attributions: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                before: {
                    unit?: string;
                    person?: string;
                    share: number;
                }[];
                shares: {
                    unit?: string;
                    person?: string;
                    share: number;
                }[];
                /** @description Null where the caller may not read it, or nothing was said. */
                reason: string | null;
            }[];
            disputes: {
                /** Format: date-time */
                at: string;
                person: string;
                share: number;
                /** @description Null where the caller may not read it, or nothing was said. */
                reason: string | null;
                settled: {
                    /** Format: date-time */
                    at: string;
                    by: components["schemas"]["Actor"];
                    before: {
                        unit?: string;
                        person?: string;
                        share: number;
                    }[];
                    shares: {
                        unit?: string;
                        person?: string;
                        share: number;
                    }[];
                    /** @description Null where the caller may not read it, or nothing was said. */
                    reason: string | null;
                    /** @enum {string} */
                    outcome: "upheld" | "partly" | "rejected";
                } | null;
            }[];
            loop: {
                /** @enum {string|null} */
                state: "open" | "closed" | null;
                /** Format: date-time */
                at?: string;
                by?: components["schemas"]["Actor"];
                cause?: string;
                /** @description Null where the caller may not read it, or nothing was said. */
                reason?: string | null;
            };
            withdrawn: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                /** @description Null where the caller may not read it, or nothing was said. */
                reason: string | null;
            } | null;
            /** @description Withdrawals after which it was recorded anew. */
            withdrawnBefore: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                /** @description Null where the caller may not read it, or nothing was said. */
                reason: string | null;
            }[];
            revision: number;
        };
        /** @description `points` for each of the receivers. `note` is null once all of them were erased. */
        Recognition: {
            /** Format: uuid */
            id: string;
            giver: string;
            receivers: string[];
            value: string;
            points: number;
            /** Format: date-time */
            at: string;
            note: string | null;
            revision: number;
        };
        RewardProgramme: {
            id: string;
            values: {
                id: string;
                name: string | null;
            }[];
            monthlyAllowance: number;
            pointsPerRecognitionMax: number;
            rewards: {
                id: string;
                name: string | null;
                cost: number;
            }[];
            withdrawn: {
                /** @enum {unknown} */
                kind: "value" | "reward";
                id: string;
                name: string | null;
            }[];
            /** Format: date-time */
            definedAt: string;
            /** Format: date-time */
            alteredAt: string;
            revisions: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
                before: {
                    values: string[];
                    monthlyAllowance: number;
                    pointsPerRecognitionMax: number;
                    rewards: {
                        id: string;
                        cost: number;
                    }[];
                };
            }[];
            revision: number;
        };
        /** @description What may still be given in the month (UTC), what is there to redeem, and the newest postings. */
        Points: {
            person: string;
            allowance: {
                month: string;
                left: number;
                of: number;
            };
            earned: number;
            pending: {
                /** Format: uuid */
                id: string;
                reward: string;
                cost: number;
                /** Format: date-time */
                at: string;
            }[];
            postings: {
                n: number;
                items: components["schemas"]["Posting"][];
            };
        };
        /** @description A posting, whose legs sum to 0; `allowance` and `earned` are what is there after it. */
        Posting: {
            /** Format: uuid */
            id: string;
            type: string;
            /** Format: date-time */
            at: string;
            legs: {
                account: string;
                points: number;
            }[];
            allowance: number;
            earned: number;
            recognitionId: string | null;
            redemptionId: string | null;
        };
        Redemption: {
            /** Format: uuid */
            id: string;
            person: string;
            by: string;
            reward: string;
            cost: number;
            /** Format: date-time */
            at: string;
            /** @enum {unknown} */
            state: "open" | "fulfilled" | "declined";
            decided: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            } | null;
            revision: number;
        };
        ServiceLevel: {
            id: string;
            name: string | null;
            version: number;
            /** @description Minutes of opening hours; null: none is promised. */
            targets: {
                firstResponse: number | null;
                resolution: number | null;
            };
            opening: {
                /** @description As the IANA names it: Europe/Berlin. */
                zone: string;
                week: {
                    from: number;
                    until: number;
                }[];
                holidays: string[];
            };
            /** Format: date-time */
            definedAt: string;
            versions: {
                version: number;
                /** @description Minutes of opening hours; null: none is promised. */
                targets: {
                    firstResponse: number | null;
                    resolution: number | null;
                };
                opening: {
                    /** @description As the IANA names it: Europe/Berlin. */
                    zone: string;
                    week: {
                        from: number;
                        until: number;
                    }[];
                    holidays: string[];
                };
                /** Format: date-time */
                since: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            }[];
            revision: number;
        };
        CaseClock: {
            targetMinutes: number | null;
            /** @description Business time, pauses left out. */
            elapsedMinutes: number;
            /**
             * Format: date-time
             * @description Null where nothing is promised, and where it stands still with time left.
             */
            dueAt: string | null;
            isOverdue: boolean;
            /** Format: date-time */
            endedAt: string | null;
            met: boolean | null;
        };
        CaseSummary: {
            id: string;
            unit: string;
            slaRef: string;
            slaVersion: number;
            /** @enum {string} */
            stage: "running" | "paused" | "resolved";
            pausedFor: string | null;
            touchpoint: string | null;
            response: string | null;
            customer: string | null;
            summary: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @description Something is past due that is waited for still. */
            isOverdue: boolean;
            firstResponse: components["schemas"]["CaseClock"];
            resolution: components["schemas"]["CaseClock"];
            /**
             * Format: date-time
             * @description When the clocks were read.
             */
            at: string;
            revision: number;
        };
        Case: {
            id: string;
            unit: string;
            slaRef: string;
            slaVersion: number;
            /** @enum {string} */
            stage: "running" | "paused" | "resolved";
            pausedFor: string | null;
            touchpoint: string | null;
            response: string | null;
            customer: string | null;
            summary: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @description Something is past due that is waited for still. */
            isOverdue: boolean;
            firstResponse: components["schemas"]["CaseClock"];
            resolution: components["schemas"]["CaseClock"];
            /**
             * Format: date-time
             * @description When the clocks were read.
             */
            at: string;
            revision: number;
            opening: {
                /** @description As the IANA names it: Europe/Berlin. */
                zone: string;
                week: {
                    from: number;
                    until: number;
                }[];
                holidays: string[];
            };
            history: {
                type: string;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                by: components["schemas"]["Actor"];
                cause: string | null;
                reason: string | null;
                reading: {
                    elapsedMs: number;
                    targetMinutes: number | null;
                    met: boolean | null;
                } | null;
                breach: {
                    /** @enum {string} */
                    clock: "firstResponse" | "resolution";
                    /** Format: date-time */
                    ranOutAt: string;
                } | null;
            }[];
        };
        /** @description met / (met + breached + open past due). What is open and in time counts neither way. */
        SlaAttainmentOfClock: {
            share: components["schemas"]["Proportion"];
            met: number;
            breached: number;
            openPastDue: number;
            openInTime: number;
        };
        SurveySummary: {
            /** Format: uuid */
            id: string;
            owner: string;
            /** @enum {unknown} */
            kind: "pulse" | "enps" | "own";
            /** @constant */
            mode: "anonymous";
            /** @enum {unknown} */
            stage: "launched" | "closed";
            /** Format: date-time */
            launchedAt: string;
            /** Format: date */
            closedOn: string | null;
            /** Format: date */
            opens: string;
            /** Format: date */
            closes: string;
            threshold: number;
            commentThreshold: number;
            languages: string[];
            language: string;
            title: string | null;
            /** @description By the end of the last day that is over; null is 1 to 4, too few to tell. */
            participants: number | null;
            /** @enum {unknown} */
            audience: "people" | "link";
        };
        Survey: {
            /** Format: uuid */
            id: string;
            owner: string;
            /** @enum {unknown} */
            kind: "pulse" | "enps" | "own";
            /** @constant */
            mode: "anonymous";
            /** @enum {unknown} */
            stage: "launched" | "closed";
            /** Format: date-time */
            launchedAt: string;
            /** Format: date */
            closedOn: string | null;
            /** Format: date */
            opens: string;
            /** Format: date */
            closes: string;
            threshold: number;
            commentThreshold: number;
            languages: string[];
            language: string;
            title: string | null;
            /** @description By the end of the last day that is over; null is 1 to 4, too few to tell. */
            participants: number | null;
            defaultLanguage: string;
            /** @description When the organisation is locked; one of the two. */
            orgAsOf: {
                position?: string;
                /** Format: date-time */
                instant?: string;
            };
            /** @description Who is asked is named to those who may launch surveys there. */
            audience: {
                /** @enum {unknown} */
                kind: "people" | "link";
                people?: string[];
                units?: string[];
                /** @description How many are asked; null where nobody is known. */
                invited: number | null;
            };
            segments: {
                id: string;
                values: string[];
            }[];
            questions: {
                id: string;
                /** @enum {unknown} */
                kind: "rating" | "enps" | "choice" | "comment";
                required: boolean;
                text: string | null;
                options: {
                    id: string;
                    text: string | null;
                }[];
            }[];
            /** @description With which key the caller blinds a ticket; `segments` null is not asked. */
            tickets: {
                /** @description SHA-256 of all public keys, as it was fixed at launch: compare it with your own of `keys`. One that differs is a key by which answers could be told apart. */
                digest: string | null;
                keys: components["schemas"]["TicketKey"][];
                segments: {
                    [key: string]: string;
                } | null;
            };
            revision: number;
        };
        TicketKey: {
            /** @description The group that an answer is counted in; none is all others. */
            segments: {
                [key: string]: string;
            };
            /** @description SubjectPublicKeyInfo (DER) in base64. */
            publicKey: string;
        };
        SignedTicket: {
            /** @description The group that an answer is counted in; none is all others. */
            segments: {
                [key: string]: string;
            };
            /** @description Still blinded. */
            signature: string;
        };
        SurveyLinks: {
            items: {
                /** @description Kept nowhere: it is in this answer only. */
                ticket: string;
                path: string;
            }[];
        };
        SurveyComment: {
            question: string;
            /** @description The group that an answer is counted in; none is all others. */
            segments: {
                [key: string]: string;
            };
            text: string | null;
        };
        /** @description A figure of a question. nps: points from −100 to 100, with standard error; csat, ces and questions on a scale of 1 to 5: share of the upper answers (Wilson), with the mean; any other: the mean, with standard error. Bounds are those of the 0.95 interval. */
        Score: {
            value: number | null;
            n: number;
            definition: string;
            low: number | null;
            high: number | null;
            detractors?: number;
            passives?: number;
            promoters?: number;
            standardError?: number | null;
            successes?: number;
            mean?: number | null;
        };
        /** @description Below 5 answers it is hidden, and nothing of it is told; below 30 read its interval only. */
        SatisfactionLine: {
            /** @enum {string} */
            tier: "hidden" | "indicative" | "firm";
            score: components["schemas"]["Score"] | null;
            /** @description Answered or not. */
            asked: number | null;
            noAnswer: {
                blank: number;
                "not-applicable": number;
                "do-not-know": number;
                declined: number;
                dismissed: number;
            } | null;
        };
        SatisfactionRow: {
            /** @description Null: responses that name none. */
            of: string | null;
            /** @description By the lower bound, 1 the best. */
            rank: number | null;
            /** @enum {string} */
            tier: "hidden" | "indicative" | "firm";
            score: components["schemas"]["Score"] | null;
            /** @description Answered or not. */
            asked: number | null;
            noAnswer: {
                blank: number;
                "not-applicable": number;
                "do-not-know": number;
                declined: number;
                dismissed: number;
            } | null;
        };
        Metric: {
            name: string;
            isBuiltIn: boolean;
            version: number;
            /** @enum {string} */
            formula: "nps@1" | "csat@1" | "ces-2.0@1" | "favourable@1" | "mean-score@1" | "participation@1" | "distribution@1";
            /** @description Null: a release names it. */
            question: string | null;
            /** @description A group of fewer answers is shown nothing of. */
            minN: number;
            /** @description Null: all that there are. */
            dimensions: string[] | null;
            versions: {
                version: number;
                /** @enum {string} */
                formula: "nps@1" | "csat@1" | "ces-2.0@1" | "favourable@1" | "mean-score@1" | "participation@1" | "distribution@1";
                /** @description Null: a release names it. */
                question: string | null;
                /** @description A group of fewer answers is shown nothing of. */
                minN: number;
                /** @description Null: all that there are. */
                dimensions: string[] | null;
                /** Format: date-time */
                since: string;
                by: components["schemas"]["Actor"];
            }[];
            revision: number | null;
        };
        /** @description A release; `figures` is how many it has. */
        MetricReleaseSummary: {
            id: string;
            /** @description The metric and its version: nps@1. */
            definition: string;
            /** @enum {string} */
            formula: "nps@1" | "csat@1" | "ces-2.0@1" | "favourable@1" | "mean-score@1" | "participation@1" | "distribution@1";
            source: {
                /** @enum {string} */
                kind: "customer-responses" | "survey" | "survey-participation" | "ratings";
                /** @description The survey, where it is of one. */
                survey?: string;
                /** @description The review cycle, where it is of ratings. */
                cycle?: string;
                question: string;
                scale: {
                    min: number;
                    max: number;
                };
            };
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            dimensions: string[];
            /** @description What was recorded by this position is counted, and nothing after it. */
            countedAt: string;
            /** @description A group of fewer answers is neither shown nor to be computed from what is. */
            threshold: number;
            /** @description The earlier release of the same question. */
            restates: string | null;
            /** @description The later one. This one stays as it was. */
            restatedBy: string | null;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Actor"];
            figures: number;
        };
        /** @description A figure with its 0.95 interval, or the reason why it is withheld: it has neither a value nor a count then. Below 30 answers read its interval only. */
        ReleasedFigure: {
            /** @description Its number within the release. */
            figure: number;
            /** @description The segments, by dimension; empty: all answers. */
            of: {
                [key: string]: string;
            };
            /** @enum {string} */
            tier: "hidden" | "indicative" | "firm";
            suppressed: ("below-threshold" | "complementary" | "overlap" | "across-releases") | null;
            /** @description Within its dimension, by the lower bound; 1 the best. */
            rank: number | null;
            n: number | null;
            value: number | null;
            low: number | null;
            high: number | null;
            standardError?: number | null;
            mean?: number | null;
            counts: {
                score: number;
                count: number;
            }[] | null;
            /** @description The metric and its version: nps@1. */
            definition: string;
            /** @description What was recorded by this position is counted, and nothing after it. */
            countedAt: string;
        };
        MetricRelease: {
            id: string;
            /** @description The metric and its version: nps@1. */
            definition: string;
            /** @enum {string} */
            formula: "nps@1" | "csat@1" | "ces-2.0@1" | "favourable@1" | "mean-score@1" | "participation@1" | "distribution@1";
            source: {
                /** @enum {string} */
                kind: "customer-responses" | "survey" | "survey-participation" | "ratings";
                /** @description The survey, where it is of one. */
                survey?: string;
                /** @description The review cycle, where it is of ratings. */
                cycle?: string;
                question: string;
                scale: {
                    min: number;
                    max: number;
                };
            };
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            dimensions: string[];
            /** @description What was recorded by this position is counted, and nothing after it. */
            countedAt: string;
            /** @description A group of fewer answers is neither shown nor to be computed from what is. */
            threshold: number;
            /** @description The earlier release of the same question. */
            restates: string | null;
            /** @description The later one. This one stays as it was. */
            restatedBy: string | null;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Actor"];
            figures: components["schemas"]["ReleasedFigure"][];
            diff: {
                /** @description The segments, by dimension; empty: all answers. */
                of: {
                    [key: string]: string;
                };
                before: components["schemas"]["Estimate"] | null;
                after: components["schemas"]["Estimate"] | null;
                difference: components["schemas"]["FigureDifference"] | null;
            }[];
        };
        /** @description A figure with its 0.95 interval, or the reason why it is withheld. `figure` is its number in the release, by which it is asked why it is so. */
        EngagementFigure: {
            figure: number;
            /** @description The segments, as in `unit`; empty: all answers. */
            of: {
                [key: string]: string;
            };
            /** @enum {string} */
            tier: "hidden" | "indicative" | "firm";
            suppressed: ("below-threshold" | "complementary" | "overlap" | "across-releases") | null;
            rank: number | null;
            n: number | null;
            value: number | null;
            low: number | null;
            high: number | null;
            standardError?: number | null;
            mean?: number | null;
            /** @description How often each score was given, of 100 answers or more; how often each option was chosen. */
            counts: {
                score?: number;
                option?: string;
                count: number;
            }[] | null;
            definition: string;
            /** @description What was recorded by this position is counted, and nothing after it. */
            countedAt: string | null;
        };
        /** @description The pooled favourable share of all rating questions; of 30 people or more. */
        EngagementIndex: {
            /** @description The segments, as in `unit`; empty: all answers. */
            of: {
                [key: string]: string;
            };
            /** @enum {string} */
            tier: "hidden" | "indicative" | "firm";
            suppressed: ("below-threshold" | "complementary" | "overlap" | "across-releases" | "too-few-for-an-index") | null;
            /** @description People: the fewest answers that a question has. */
            n: number | null;
            value: number | null;
            low: number | null;
            high: number | null;
            /** @description To all questions together. */
            answers: number | null;
            /** @description Questions that it is of. */
            items: number | null;
            definition: string;
            /** @description What was recorded by this position is counted, and nothing after it. */
            countedAt: string | null;
        };
        SurveyFigures: {
            survey: string;
            /** @enum {string} */
            kind: "pulse" | "enps" | "own";
            /** Format: date */
            opens: string;
            /** Format: date */
            closes: string;
            /** Format: date */
            closedOn: string | null;
            /** @description Nothing is shown of fewer: what is promised now, and 5 in any case. */
            threshold: number;
            index: components["schemas"]["EngagementIndex"][];
            /** @description Null of a survey by link, and until it was counted. */
            participation: {
                /** @description The release that shows them: see `/metric-releases`. */
                release: string | null;
                definition: string | null;
                /** @description What was recorded by this position is counted, and nothing after it. */
                countedAt: string | null;
                figures: components["schemas"]["EngagementFigure"][];
            } | null;
            questions: {
                question: string;
                /** @enum {string} */
                kind: "rating" | "enps" | "choice";
                /** @description The release that shows them: see `/metric-releases`. */
                release: string | null;
                definition: string | null;
                /** @description What was recorded by this position is counted, and nothing after it. */
                countedAt: string | null;
                figures: components["schemas"]["EngagementFigure"][];
            }[];
        };
        TrendPoint: {
            survey: string;
            /** @enum {string} */
            kind: "pulse" | "enps" | "own";
            /** Format: date */
            opens: string;
            /** Format: date */
            closes: string;
            /** Format: date */
            closedOn: string | null;
            /** @description Nothing is shown of fewer: what is promised now, and 5 in any case. */
            threshold: number;
            figure: components["schemas"]["EngagementFigure"] | components["schemas"]["EngagementIndex"];
        };
        /** @description A figure with its interval of 0.95, where it has one. */
        ChartedFigure: {
            value: number | null;
            n: number;
            definition: string;
            low: number | null;
            high: number | null;
        };
        /** @description What came later less what was before. It has no interval: most answers are in both. */
        FigureDifference: {
            value: number | null;
            n: number;
            definition: string;
        };
        ControlChartSummary: {
            id: string;
            name: string | null;
            /** @enum {string} */
            figure: "score" | "bottom-share" | "sla-attainment";
            metric: string | null;
            scale: {
                min: number;
                max: number;
            } | null;
            clock: ("firstResponse" | "resolution") | null;
            serviceLevel: string | null;
            /** @description Null: everywhere. */
            place: {
                /** @enum {string} */
                by: "unit" | "location" | "touchpoint";
                is: string;
            } | null;
            /** @enum {string} */
            period: "week" | "month";
            latenessDays: number;
            owner: string;
            /** @enum {string} */
            chart: "xmr" | "p" | "p-prime";
            rules: ("beyond-limit" | "run-of-8" | "run-of-9" | "two-of-three" | "four-of-five" | "six-in-a-row" | "beyond-range-limit")[];
            /** @description The figure of the points: its formula and version. */
            definition: string;
            /** @description The newest version of the limits. */
            version: number;
            /** @description The newest that is plotted. */
            lastPeriod: string | null;
            /** Format: date-time */
            drawnAt: string;
            openSignals: number;
            /** @description Where in the order of everything recorded the points were counted last. */
            countedAt: components["schemas"]["Position"];
            revision: number;
        };
        ControlChart: {
            id: string;
            name: string | null;
            /** @enum {string} */
            figure: "score" | "bottom-share" | "sla-attainment";
            metric: string | null;
            scale: {
                min: number;
                max: number;
            } | null;
            clock: ("firstResponse" | "resolution") | null;
            serviceLevel: string | null;
            /** @description Null: everywhere. */
            place: {
                /** @enum {string} */
                by: "unit" | "location" | "touchpoint";
                is: string;
            } | null;
            /** @enum {string} */
            period: "week" | "month";
            latenessDays: number;
            owner: string;
            /** @enum {string} */
            chart: "xmr" | "p" | "p-prime";
            rules: ("beyond-limit" | "run-of-8" | "run-of-9" | "two-of-three" | "four-of-five" | "six-in-a-row" | "beyond-range-limit")[];
            /** @description The figure of the points: its formula and version. */
            definition: string;
            /** @description The newest version of the limits. */
            version: number;
            /** @description The newest that is plotted. */
            lastPeriod: string | null;
            /** Format: date-time */
            drawnAt: string;
            openSignals: number;
            /** @description Where in the order of everything recorded the points were counted last. */
            countedAt: components["schemas"]["Position"];
            revision: number;
            limits: {
                /** @description From 1; re-baselining adds one. */
                version: number;
                baseline: {
                    /** @description A week as ISO 8601 names it, 2026-W14, or a month, 2026-04. */
                    from: string;
                    /** @description A week as ISO 8601 names it, 2026-W14, or a month, 2026-04. */
                    until: string;
                };
                rules: ("beyond-limit" | "run-of-8" | "run-of-9" | "two-of-three" | "four-of-five" | "six-in-a-row" | "beyond-range-limit")[];
                position: components["schemas"]["Position"];
                /** @enum {string} */
                chart: "xmr" | "p" | "p-prime";
                /** @description The limits: their formula and version. */
                definition: string;
                /** @description Points of the baseline; gaps are none. */
                n: number;
                centre: number;
                /** @description Null where each point has limits by its own n. */
                lower: number | null;
                upper: number | null;
                rangeMean: number | null;
                rangeUpper: number | null;
                /** @description Dispersion of proportions by Laney; 1 is chance. */
                sigmaZ: number | null;
                /** @description overdispersed: proportions differ by more than chance makes them, and Laney’s p-prime is the chart to take. few-points: fewer than 20, take the limits as a first look. baseline-breaks-rules: points of the baseline break the rules; see what these were first. */
                hints: ("overdispersed" | "few-points" | "baseline-breaks-rules")[];
                /** Format: date-time */
                frozenAt: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            }[];
            points: {
                /** @description A week as ISO 8601 names it, 2026-W14, or a month, 2026-04. */
                period: string;
                /** Format: date */
                from: string;
                /** Format: date */
                until: string;
                /**
                 * @description hidden: a gap, as fewer than 5 are counted; indicative: fewer than 30 are.
                 * @enum {string}
                 */
                tier: "hidden" | "indicative" | "firm";
                figure: components["schemas"]["ChartedFigure"] | null;
                centre: number | null;
                lower: number | null;
                upper: number | null;
                /** @description From the point before, on a chart that watches it. */
                range: number | null;
                rangeUpper: number | null;
                limits: number;
                isBaseline: boolean;
                /** @description The rules whose pattern the point completes, as it stands. */
                broken: {
                    /** @enum {string} */
                    rule: "beyond-limit" | "run-of-8" | "run-of-9" | "two-of-three" | "four-of-five" | "six-in-a-row" | "beyond-range-limit";
                    /** @enum {string} */
                    side: "above" | "below" | "rising" | "falling";
                }[];
                /** @description Those that it raised, by id, whether they stand or not. */
                signals: string[];
                /** @description What late answers, or ones that are gone, have changed. They wait until they are five: from two points that few answers tell apart these could be computed. */
                restatements: {
                    /** Format: date-time */
                    at: string;
                    /** Format: date-time */
                    recordedAt: string;
                    /** @description Null: it was a gap. */
                    before: components["schemas"]["ChartedFigure"] | null;
                    after: components["schemas"]["ChartedFigure"] | null;
                    difference: components["schemas"]["FigureDifference"] | null;
                }[];
            }[];
        };
        ChartSignal: {
            id: string;
            chart: string;
            /** @enum {string} */
            rule: "beyond-limit" | "run-of-8" | "run-of-9" | "two-of-three" | "four-of-five" | "six-in-a-row" | "beyond-range-limit";
            /** @description A week as ISO 8601 names it, 2026-W14, or a month, 2026-04. */
            period: string;
            /** @enum {string} */
            side: "above" | "below" | "rising" | "falling";
            /** @description The version of the limits that it is held against. */
            limits: number;
            /** @description As it stood when the signal was raised. */
            point: {
                value: number;
                n: number;
                definition: string;
                low: number | null;
                high: number | null;
                centre: number;
                lower: number | null;
                upper: number | null;
            };
            /** Format: date-time */
            raisedAt: string;
            owner: string;
            /** Format: date */
            due: string;
            /** @description Whether its point, restated or not, breaks the rule still. */
            stands: boolean;
            /**
             * @description Of the investigation that it opened.
             * @enum {string}
             */
            stage: "open" | "explained";
            isOverdue: boolean;
            explanation: {
                cause: string;
                note: string | null;
                by: string;
                actor: components["schemas"]["Actor"];
                /** Format: date-time */
                at: string;
            } | null;
        };
        /** @description From −1 to 1 with its interval of 0.95, over `n` units; null under four units, and where one of the figures is the same in all of them. */
        Correlation: {
            value: number | null;
            n: number;
            definition: string;
            low: number | null;
            high: number | null;
        };
        /** @description The weighed mean of parts; `n` counts them. How sure it is, the intervals of the parts say. */
        PerformanceIndex: {
            value: number | null;
            n: number;
            definition: string;
        };
        /** @description A figure with its 0.95 interval; null where nothing is known. It is never 0 for that reason. */
        BoundedFigure: {
            value: number | null;
            n: number;
            definition: string;
            low: number | null;
            high: number | null;
        };
        PerformancePart: {
            /** @enum {string} */
            part: "goals" | "feedback" | "reviews" | "customers";
            share: components["schemas"]["BoundedFigure"];
            /** @description Beside the other weights. */
            weight: number;
            /** @description Its share of the index; null where it is missing, or weighs nothing. */
            effectiveWeight: number | null;
            /**
             * @description Why it is withheld: it would tell of too few people, by itself or beside others.
             * @enum {string|null}
             */
            suppressed: "below-threshold" | "complementary" | "overlap" | "across-releases" | null;
            provenance: {
                /** @description The published fact that it is counted from. */
                from: string;
                /** @description What they are of: at most 200. */
                ids: string[];
                /** @description Further ones, which are not listed. */
                more: number;
                /** @description What is there and counts for nothing: goals that are open, private or without a measure; reviews that nobody has finalised, or whose subject cannot read them yet. */
                unknown: number;
            };
        };
        /** @description Ratings by the point of the scale that they are nearest to. */
        RatingSpread: {
            mean: components["schemas"]["BoundedFigure"] | null;
            counts: {
                /** @description In millionths. */
                rating: number;
                count: number;
            }[] | null;
        };
        RatingShift: {
            /** @description Null: all together; in rows, people of no unit. */
            unit: string | null;
            n: number | null;
            /**
             * @description Why it is withheld: it would tell of too few people, by itself or beside others.
             * @enum {string|null}
             */
            suppressed: "below-threshold" | "complementary" | "overlap" | "across-releases" | null;
            before: components["schemas"]["RatingSpread"] | null;
            after: components["schemas"]["RatingSpread"] | null;
            changed: {
                value: number | null;
                n: number;
                definition: string;
                low: number | null;
                high: number | null;
                successes: number;
            } | null;
            meanShift: components["schemas"]["BoundedFigure"] | null;
        };
        /** @description How often a group is rated so high or higher, beside the group with the highest rate. */
        GroupImpact: {
            group: string;
            n: number | null;
            /**
             * @description Why it is withheld: it would tell of too few people, by itself or beside others.
             * @enum {string|null}
             */
            suppressed: "below-threshold" | "complementary" | "overlap" | "across-releases" | null;
            rate: {
                value: number | null;
                n: number;
                definition: string;
                low: number | null;
                high: number | null;
                successes: number;
            } | null;
            /** @description Of the reference itself it is 1 by definition, without an interval. */
            impactRatio: components["schemas"]["BoundedFigure"] | null;
            /** @description Fisher’s exact test beside the reference, two-sided. */
            p: number | null;
            /** @description Below four fifths. Read p and n before it. */
            isAdverse: boolean | null;
        };
        RaterAgreement: {
            value: number | null;
            n: number;
            definition: string;
            low: number | null;
            high: number | null;
            /** @description A word for the value. */
            band: string | null;
        };
        ReviewRulePack: {
            name: string;
            version: number;
            total: string;
            parts: {
                [key: string]: Record<string, never>;
            };
            rules: {
                name: string;
                when: {
                    part: string;
                    below: number;
                };
                atMost: number;
            }[];
            result: {
                /** @description In millionths: 1 to 5 is 1000000 to 5000000. */
                scale: {
                    min: number;
                    max: number;
                };
                decimals: number;
            };
            daysMin: number;
        };
        PublishedRulePack: {
            id: string;
            newest: number;
            versions: {
                version: number;
                /** @description SHA-256 of its canonical JSON (RFC 8785); reviews pin it. */
                hash: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
            }[];
            revision: number;
        };
        RulePackVersion: {
            id: string;
            version: number;
            /** @description SHA-256 of its canonical JSON (RFC 8785); reviews pin it. */
            hash: string;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Actor"];
            pack: components["schemas"]["ReviewRulePack"];
        };
        ReviewTemplate: {
            name: string;
            version: number;
            languages: string[];
            defaultLanguage: string;
            scale: {
                name: string;
                min: number;
                max: number;
                anchors: number[];
            };
            sections: {
                /** @enum {string} */
                role: "self" | "manager" | "peer" | "upward";
                items: {
                    id: string;
                    /** @enum {string} */
                    kind: "rating" | "text";
                    required: boolean;
                    part?: string;
                }[];
            }[];
            inputs: {
                part: string;
                /** @enum {string} */
                from: "goals" | "customers";
            }[];
        };
        PublishedReviewTemplate: {
            id: string;
            languages: string[];
            defaultLanguage: string;
            newest: number;
            versions: {
                version: number;
                /** @description SHA-256 of its canonical JSON (RFC 8785); reviews pin it. */
                hash: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
            }[];
            revision: number;
            /** @description As in title.en, anchor.3000000.en and item.<id>.en; null where it is erased. */
            titles: {
                [key: string]: string | null;
            };
        };
        ReviewTemplateVersion: {
            id: string;
            version: number;
            /** @description SHA-256 of its canonical JSON (RFC 8785); reviews pin it. */
            hash: string;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Actor"];
            template: components["schemas"]["ReviewTemplate"];
            /** @description As in title.en, anchor.3000000.en and item.<id>.en; null where it is erased. */
            words: {
                [key: string]: string | null;
            };
        };
        /** @description Of all that there is of a goal, and not of a sample of it. */
        Attainment: {
            value: number | null;
            n: number;
            definition: string;
        };
        ReviewEvidence: {
            pinned: {
                /** Format: date-time */
                asOf: string;
                hash: string;
            };
            lines: {
                source: string;
                stream: string;
                revision: number;
                hash: string;
                facts: number;
                holds: boolean;
            }[];
            goals: {
                goalId: string;
                owner: string;
                owners: string[];
                isOwn: boolean;
                isPrivate: boolean;
                /** @enum {string} */
                kind: "committed" | "aspirational";
                fact: string | null;
                period: {
                    name: string;
                    /** Format: date */
                    start: string;
                    /** Format: date */
                    end: string;
                };
                attainment: components["schemas"]["Attainment"];
                keyResults: {
                    id: string;
                    weight: number;
                    attainment: components["schemas"]["Attainment"];
                    met: boolean | null;
                    fact: string | null;
                }[];
                closed: {
                    fact: string;
                    /** Format: date-time */
                    at: string;
                    score: number;
                    grade: string;
                    attainment: number | null;
                } | null;
            }[];
            notes: {
                noteId: string;
                fact: string;
                /** Format: date-time */
                given: string;
                author: string | null;
                isRetracted: boolean;
                /** @enum {string} */
                visibility: "manager-only" | "author-and-subject" | "author-subject-and-manager" | "public";
                /** @enum {string} */
                kind: "praise" | "suggestion" | "observation";
                links: {
                    [key: string]: unknown;
                }[];
            }[];
            customers: {
                responses: number;
                disputed: number;
                figures: {
                    metric: string;
                    scale: {
                        min: number;
                        max: number;
                    };
                    value: number | null;
                    n: number;
                    definition: string;
                    low: number | null;
                    high: number | null;
                    share: number | null;
                    /** @description How often each score was given. */
                    counts: number[][];
                    /**
                     * @description hidden: of fewer than 5 answers no figure is told; indicative: fewer than 30.
                     * @enum {string}
                     */
                    tier: "hidden" | "indicative" | "firm";
                }[];
            };
            late: {
                source: string;
                fact: string;
                type: string;
                stream: string;
                revision: number;
                /** Format: date-time */
                effectiveAt: string;
                /** Format: date-time */
                recordedAt: string;
                actor: string;
                /** @description The days that it tells of, whenever it was entered: of a leave, of who was here, of an interaction. `to` is null: of all days since. Null: it holds since it was effective. */
                days: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string | null;
                } | null;
            }[];
        };
        EvidenceFact: {
            fact: string;
            type: string;
            stream: string;
            revision: number;
            place: number;
            /** Format: date-time */
            effectiveAt: string;
            /** Format: date-time */
            recordedAt: string;
            actor: string;
            data: {
                [key: string]: unknown;
            };
        };
        /** @description The points of all leaves are the total, exactly. A part without a share is missing. Ratings of one section that are equal and count in one part are one leaf, as they rest on one fact; those of two people are two. */
        ReviewWhy: {
            total: number | null;
            cause: string | null;
            days: number;
            packHash: string;
            parts: {
                part: string | null;
                share: number | null;
                weight: number | null;
                /** @description In millionths: 3620000 is 3.62. */
                points: number;
                leaves: {
                    /** @enum {string} */
                    kind: "rating" | "rule" | "scale-begins" | "rounding";
                    /** @description In millionths: 3620000 is 3.62. */
                    points: number;
                    /** @description In millionths: 3620000 is 3.62. */
                    rating?: number;
                    rule?: string;
                    fact?: {
                        id: string;
                        type: string;
                        stream: string;
                        /** @description Of the review itself, as the caller is told it: see `Review`. */
                        revision: number;
                        /** Format: date-time */
                        recordedAt: string;
                        /** Format: date-time */
                        effectiveAt: string;
                        actor: string | null;
                    };
                }[];
            }[];
        };
        ReviewStoryItem: {
            fact: string;
            type: string;
            stream: string;
            /** @description Of the review itself, as the caller is told it: see `Review`. */
            revision: number;
            position: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            effectiveAt: string;
            by: components["schemas"]["Actor"];
            part: string;
            codes: {
                [key: string]: string;
            };
            reason: string | null;
            isWithheld: boolean;
            changes: components["schemas"]["ReviewChange"][];
        };
        ReviewChange: {
            field: string;
            before: unknown;
            after: unknown;
        };
        RenderedReview: {
            /** Format: uuid */
            reviewId: string;
            cycleId: string;
            subject: string;
            job: string | null;
            period: {
                [key: string]: unknown;
            };
            title: string | null;
            language: string;
            stage: string | null;
            revision: number | null;
            upTo: {
                fact: string;
                /** @description Of the review itself, as the caller is told it: see `Review`. */
                revision: number;
                /** Format: date-time */
                at: string;
            };
            pinned: {
                [key: string]: unknown;
            } | null;
            accountable: {
                [key: string]: unknown;
            }[];
            sections: {
                [key: string]: unknown;
            }[];
            withheld: {
                [key: string]: unknown;
            }[];
            score: components["schemas"]["ReviewWhy"] | null;
            ratings: {
                [key: string]: unknown;
            }[] | null;
            outcomes: {
                [key: string]: unknown;
            }[];
            evidence: Record<string, never> | null;
        };
        ReviewCycle: {
            /** Format: uuid */
            id: string;
            title: string | null;
            /** @enum {string} */
            stage: "planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled";
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            template: {
                id: string;
                version: number;
                hash: string;
            };
            pack: {
                id: string;
                version: number;
                hash: string;
            };
            population: {
                units: string[] | null;
            };
            peers: {
                /** @enum {string} */
                mode: "named" | "anonymous";
                min: number;
            };
            due: {
                /** Format: date */
                self: string;
                /** Format: date */
                peer: string;
                /** Format: date */
                manager: string;
                /** Format: date */
                acknowledge: string;
            };
            pin: {
                /** Format: date-time */
                asOf: string;
                position: string;
                n: number;
                frameHash: string;
            } | null;
            /** @description Who is in it, late joiners included. */
            n: number;
            history: {
                /** @enum {string} */
                stage: "planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled";
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            }[];
            revision: number;
        };
        ReviewLine: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            cycleId: string;
            subject: string;
            job: string | null;
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            template: {
                id: string;
                version: number;
                hash: string;
            };
            due: {
                /** Format: date */
                self: string;
                /** Format: date */
                peer: string;
                /** Format: date */
                manager: string;
                /** Format: date */
                acknowledge: string;
            };
            peers: {
                /** @enum {string} */
                mode: "named" | "anonymous";
                min: number;
            };
            /** @description As the caller is told it: how many of its facts they may know of. What unnamed others answered is not counted, nor for its subject what is not shared. The `ETag`. */
            revision: number;
            /**
             * @description Null for who is only asked to write in it.
             * @enum {unknown}
             */
            stage: "opened" | "self-submitted" | "manager-submitted" | "in-calibration" | "calibrated" | "finalised" | "shared" | "acknowledged" | "unacknowledged" | "disputed" | "resolved" | "closed" | "not-rated" | "withdrawn" | null;
            reviewRevision: number | null;
            manager: string | null;
            pack: {
                id: string;
                version: number;
                hash: string;
            } | null;
            pin: {
                /** Format: date-time */
                asOf: string;
                /** @description Up to where in the log its evidence was read; null where that was not recorded. */
                position: string | null;
                /** @description Of the whole manifest; null for all but auditors: each reads it as it is for them. */
                manifestHash: string | null;
                /** @description The lines of the whole manifest; null for all but auditors. */
                n: number | null;
            } | null;
            /** @description Why the caller sees it, and so what of it. */
            seenAs: ("subject" | "manager" | "writer" | "calibrator" | "scope" | "auditor")[];
        };
        Review: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            cycleId: string;
            subject: string;
            job: string | null;
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            template: {
                id: string;
                version: number;
                hash: string;
            };
            due: {
                /** Format: date */
                self: string;
                /** Format: date */
                peer: string;
                /** Format: date */
                manager: string;
                /** Format: date */
                acknowledge: string;
            };
            peers: {
                /** @enum {string} */
                mode: "named" | "anonymous";
                min: number;
            };
            /** @description As the caller is told it: how many of its facts they may know of. What unnamed others answered is not counted, nor for its subject what is not shared. The `ETag`. */
            revision: number;
            /**
             * @description Null for who is only asked to write in it.
             * @enum {unknown}
             */
            stage: "opened" | "self-submitted" | "manager-submitted" | "in-calibration" | "calibrated" | "finalised" | "shared" | "acknowledged" | "unacknowledged" | "disputed" | "resolved" | "closed" | "not-rated" | "withdrawn" | null;
            reviewRevision: number | null;
            manager: string | null;
            pack: {
                id: string;
                version: number;
                hash: string;
            } | null;
            pin: {
                /** Format: date-time */
                asOf: string;
                /** @description Up to where in the log its evidence was read; null where that was not recorded. */
                position: string | null;
                /** @description Of the whole manifest; null for all but auditors: each reads it as it is for them. */
                manifestHash: string | null;
                /** @description The lines of the whole manifest; null for all but auditors. */
                n: number | null;
            } | null;
            /** @description Why the caller sees it, and so what of it. */
            seenAs: ("subject" | "manager" | "writer" | "calibrator" | "scope" | "auditor")[];
            sections: {
                /** @enum {string} */
                role: "self" | "manager" | "peer" | "upward" | "other";
                /** @description Null of unnamed ones. */
                author: string | null;
                by: components["schemas"]["Actor"] | null;
                at: string | null;
                ratings: {
                    item: string;
                    /** @description In millionths. */
                    rating: number;
                }[];
                evidence: string[];
                texts: {
                    [key: string]: string | null;
                };
            }[];
            /** @description Of whom something is not shown: fewer than were promised, not all yet, or, of two groups that are shown together, what not all of them have answered. */
            withheld: {
                /** @enum {string} */
                role: "peer" | "upward";
                /** @enum {string} */
                why: "too-few" | "not-all-in" | "not-alike";
            }[];
            invitations: {
                /** @enum {string} */
                role: "peer" | "upward";
                reviewer: string;
                /** Format: date */
                due: string;
                /** @enum {unknown} */
                stage: "open" | "submitted" | "declined" | "lapsed" | null;
            }[];
            /** @description The part that the caller may write or write anew just now, and by when they are waited for; null where they write nothing, or not any more, and of every earlier point. */
            writes: {
                /** @enum {string} */
                role: "self" | "manager" | "peer" | "upward";
                /** Format: date */
                due: string;
            } | null;
            /** @description What stands: computed, calibrated or overridden. */
            rating: number | null;
            calibrations: {
                /** Format: uuid */
                sessionId: string;
                adjustmentId?: string;
                /** @description In millionths. */
                from: number;
                /** @description In millionths. */
                to: number;
                reasonCode: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason?: string | null;
            }[];
            overrides: {
                /** @description In millionths; null: there is none. */
                computed: number | null;
                /** @description In millionths; null: there is none. */
                from: number | null;
                /** @description In millionths. */
                to: number;
                reasonCode: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
            }[];
            final: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
                /** @description In millionths; null: there is none. */
                rating: number | null;
                /** @enum {unknown} */
                cause: "too-few-days" | "nothing-rated" | "long-absence" | "left" | "new-in-role" | "other" | null;
            } | null;
            segments: {
                manager: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                days: number;
                /** @enum {unknown} */
                sealed: "submitted" | "draft" | "nothing" | null;
            }[];
            score: {
                packHash: string;
                /** @description In millionths; null: there is none. */
                total: number | null;
                cause: string | null;
                days: number;
                scale: {
                    /** @description In millionths. */
                    min: number;
                    /** @description In millionths. */
                    max: number;
                };
                parts: {
                    part: string;
                    /** @description In millionths; null: there is none. */
                    share: number | null;
                    /** @description In millionths; null: there is none. */
                    weight: number | null;
                }[];
            } | null;
            outcomes: {
                /** @enum {string} */
                what: "shared" | "acknowledged" | "unacknowledged" | "disputed" | "resolved" | "closed" | "reopened" | "repinned" | "withdrawn";
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                reason: string | null;
                /** @enum {unknown} */
                outcome: "upheld" | "partly" | "rejected" | null;
                askedBy: string | null;
            }[];
        };
        CalibrationSession: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            cycleId: string;
            title: string | null;
            /** @enum {string} */
            stage: "running" | "locked";
            /** @description Null, as all who and what is named in it, to those who read its figures alone. */
            moderator: string | null;
            members: string[];
            reviews: number;
            /** @description As many as are on whom the caller sees on the board. */
            proposals: {
                open: number;
                accepted: number;
                rejected: number;
            };
            /** Format: date-time */
            convenedAt: string;
            convenedBy: components["schemas"]["Actor"] | null;
            lockedAt: string | null;
            /** @description What the session came to. */
            closing: string | null;
            changes: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                /** @enum {string} */
                kind: "members-added" | "member-excused" | "moderator-replaced" | "reviews-added" | "review-left-out";
                members?: string[];
                member?: string;
                from?: string;
                to?: string;
                reviews?: number;
                reason?: string | null;
                /**
                 * @description Why a review that was named is not in the session.
                 * @enum {string}
                 */
                cause?: "in-another-session" | "not-comparable";
            }[];
            revision: number;
        };
        CalibrationProposal: {
            /** Format: uuid */
            id: string;
            /** @description In millionths of the scale: 4.5 is 4500000. */
            from: number;
            /** @description In millionths of the scale: 4.5 is 4500000. */
            to: number;
            /** @enum {string} */
            reasonCode: "rater-lenient" | "rater-severe" | "alike-elsewhere" | "evidence-overlooked" | "evidence-overweighed" | "goals-harder-than-others" | "goals-easier-than-others" | "circumstances" | "scale-misread";
            note: string | null;
            by: string;
            /** Format: date-time */
            at: string;
            decided: {
                accepted: boolean;
                by: string;
                /** Format: date-time */
                at: string;
                note: string | null;
            } | null;
        };
        CalibrationRow: {
            /** Format: uuid */
            reviewId: string;
            subject: string;
            manager: string | null;
            /** @enum {unknown} */
            end: "finalised" | "not-rated" | "withdrawn" | null;
            /** @description Whether the review has come into the session. */
            isIn: boolean;
            evidence: {
                source: string;
                streams: number;
            }[];
            score: {
                /** @description In millionths of the scale: 4.5 is 4500000. */
                total: number | null;
                /** @description In millionths: 1 to 5 is 1000000 to 5000000. */
                scale: {
                    min: number;
                    max: number;
                };
                parts: {
                    part: string;
                    share: number | null;
                    weight: number | null;
                }[];
            } | null;
            /** @description As it came in. In millionths of the scale: 4.5 is 4500000. */
            before: number | null;
            /** @description What the session has made of it. In millionths of the scale: 4.5 is 4500000. */
            after: number | null;
            proposals: components["schemas"]["CalibrationProposal"][];
        };
        CalibrationComparison: {
            changed: components["schemas"]["Proportion"];
            before: {
                mean: components["schemas"]["Figure"];
                counts: {
                    /** @description In millionths of the scale: 4.5 is 4500000. */
                    point: number;
                    count: number;
                }[];
            };
            after: {
                mean: components["schemas"]["Figure"];
                counts: {
                    /** @description In millionths of the scale: 4.5 is 4500000. */
                    point: number;
                    count: number;
                }[];
            };
            meanShift: components["schemas"]["Estimate"];
        };
        CalibrationFigures: {
            /** @description What did not happen; null for what did. A scenario is never used for pay. */
            scenario: string | null;
            n: number;
            /** @description Reviews that have not come in, or without a rating. */
            unrated: number;
            /** @description In millionths: 1 to 5 is 1000000 to 5000000. */
            scale: {
                min: number;
                max: number;
            };
            waterfall: {
                /** @enum {string} */
                stage: "manager" | "calibrated" | "appealed" | "final";
                n: number;
                ratings: number;
                changes: number;
                moved: number;
            }[] | null;
            groups: {
                dimension: string | null;
                group: string | null;
                comparison: {
                    /** @constant */
                    shown: true;
                    n: number;
                    value: components["schemas"]["CalibrationComparison"];
                } | {
                    /** @constant */
                    shown: false;
                    /** @enum {string} */
                    reason: "below-threshold" | "complementary" | "overlap" | "across-releases";
                };
            }[];
            reviews: {
                /** Format: uuid */
                reviewId: string;
                subject: string;
                /** @description In millionths of the scale: 4.5 is 4500000. */
                actual: number;
                /** @description In millionths of the scale: 4.5 is 4500000. */
                instead: number | null;
            }[] | null;
        };
        PastReview: {
            /** Format: uuid */
            id: string;
            person: string;
            cycle: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            scale: {
                min: number;
                max: number;
            };
            /** @description In millionths; null: there was none, which is not 0. */
            rating: number | null;
            /** Format: date-time */
            importedAt: string;
            by: components["schemas"]["Actor"];
            corrections: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Actor"];
                /** @description In millionths; null: there was none, which is not 0. */
                from: number | null;
                /** @description In millionths; null: there was none, which is not 0. */
                to: number | null;
                reason: string | null;
            }[];
            revision: number;
        };
        PastCycle: {
            cycle: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Null where it is fewer than five. */
            notRated: number | null;
            scales: {
                scale: {
                    min: number;
                    max: number;
                };
                /** @enum {string} */
                tier: "hidden" | "indicative" | "firm";
                n: number | null;
                ratings: {
                    rating: number;
                    count: number;
                }[] | null;
            }[];
        };
        ReviewDraft: {
            /** Format: uuid */
            reviewId: string;
            ratings: {
                item: string;
                rating: number;
            }[];
            /** @description By the ids of the items; null where it is erased. */
            texts: {
                [key: string]: string | null;
            };
            /** Format: date-time */
            savedAt: string;
            revision: number;
        };
        Task: {
            /** @description The same for as long as the task is open. */
            id: string;
            /** @enum {string} */
            what: "self" | "manager" | "peer" | "upward" | "finalise" | "acknowledge" | "resolve" | "correct" | "calibrate";
            /** @description Null: an HR partner in whose scope it is. */
            who: string | null;
            review: string | null;
            session: string | null;
            /** Format: uuid */
            cycle: string;
            /** @description Whom the review is about; null of a session. */
            subject: string | null;
            /** Format: date-time */
            since: string;
            /**
             * Format: date
             * @description The last day; null where none is set.
             */
            due: string | null;
            /** @enum {string} */
            standing: "open" | "waiting" | "done" | "lapsed" | "withdrawn";
            endedAt: string | null;
            /** @description The time zone of whoever has to do it; UTC where none is known. */
            zone: string;
            /** @description By the calendar of the zone: 0 on the last day, below it after that. */
            daysLeft: number | null;
            overdue: boolean;
        };
        ViewStatus: {
            name: string;
            version: number;
            position: string | null;
            lagFacts: number;
            lagSeconds: number;
            parked: number;
            oldestParkedSeconds: number | null;
            /** @enum {unknown} */
            state: "live" | "building" | "fenced";
        };
        Parked: {
            id: string;
            reader: string;
            key: string;
            reason: string;
            attempts: number;
            /** Format: date-time */
            since: string;
            facts: number;
        };
        ParkedWithFacts: {
            id: string;
            reader: string;
            key: string;
            reason: string;
            attempts: number;
            /** Format: date-time */
            since: string;
            facts: {
                id: string;
                type: string;
                stream: string;
                revision: number;
                position: string;
                /** Format: date-time */
                recordedAt: string;
            }[];
        };
        /** @description A CloudEvent 1.0 with the attributes that it has on Kafka. `/asyncapi.json` has the schema of `data` for each `type`. */
        CloudEvent: {
            /** @enum {string} */
            datacontenttype: "application/json";
            /** @enum {string} */
            specversion: "1.0";
            /** @description The same at each delivery: drop what you have had. */
            id: string;
            /** @description Environment and context: urn:plumbline:production:goals. */
            source: string;
            /** @description Which schema the data has. */
            type: string;
            /**
             * Format: date-time
             * @description When it was recorded, by the clock of the log.
             */
            time: string;
            /** @description The place in the order of everything recorded: opaque, and sorts as text. */
            position: string;
            /** @description One goal, one KPI: context, kind, tenant and id. */
            subject: string;
            /** @description Whose fact it is. */
            tenant: string;
            /** @description The subject again, under its own name. */
            stream: string;
            /** @description The place in the stream, from 0. Facts that are not published leave gaps. */
            revision: string;
            /** @description The revision with leading zeros: it sorts as text. */
            sequence: string;
            /**
             * Format: date-time
             * @description When it holds in the world, as its actor said.
             */
            effectiveat: string;
            /** @description Who did it: the opaque subject of a person or a program; `withheld` where that is told to nobody, and then neither correlation nor causation leads any further. */
            actor: string;
            /** @description The same for all that one request led to. */
            correlationid: string;
            /** @description The command or the fact that led to this one. */
            causationid: string;
            data: Record<string, never>;
        };
        Readiness: {
            /** @enum {unknown} */
            status: "ready" | "not-ready";
            checks: {
                name: string;
                ok: boolean;
                detail?: string;
            }[];
        };
    };
    responses: {
        /** @description Anything else that went wrong. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request, a header or a parameter is malformed. */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A valid token is needed. */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed; the code names the rule. */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found. */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It cannot be done as things stand. */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The record has changed; the problem has both revisions. */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The media type is not read here. */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body breaks a rule, or the idempotency key was used for another request about the record. */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong here; the trace id finds it in the log. */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; Retry-After says when. */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
        IdempotencyKey: string;
        /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
        OnBehalfOf: string;
        /** @description The ETag seen last: 412 when the record has changed since. */
        IfMatch: string;
        /** @description The Plumbline-Position of an own write that the answer must hold. */
        ReadAfter: string;
        /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
        asOf: string;
        /** @description Only what holds in the world by an instant or by the end of a day. */
        effectiveAt: string;
    };
    requestBodies: never;
    headers: {
        /** @description The revision, for If-Match. */
        ETag: string;
        /** @description Where what was made is found. */
        Location: string;
        /** @description Of a command: where it was recorded. Of a query: where it was taken. */
        "Plumbline-Position": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listPeople: {
        parameters: {
            query?: {
                person?: string[];
                unit?: string;
                post?: string;
                below?: "true" | "false";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        items: components["schemas"]["PersonCard"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    joinPerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    importPeople: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Lines of {line, key, status: recorded | unchanged | refused, id?, position?, problem?}. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPerson: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        person: components["schemas"]["PersonSheet"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    movePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    renamePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    chooseZone: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZoneDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    departPerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    correctPerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectPersonDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listTeam: {
        parameters: {
            query?: {
                all?: "true" | "false";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        items: components["schemas"]["PersonCard"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listManagers: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        items: components["schemas"]["PersonCard"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPersonHistory: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        items: components["schemas"]["PersonHistoryItem"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listReaders: {
        parameters: {
            query?: {
                month?: string;
                limit?: string;
                after?: string;
            };
            header?: {
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["Viewing"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    recordLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    changeLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                person: string;
                leave: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeLeaveDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    grantDelegation: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegateDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    revokeDelegation: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                person: string;
                delegation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRoleDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    revokeRole: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                person: string;
                grant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    changeStructure: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStructureDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    importStructure: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Lines of {line, key, status: recorded | unchanged | refused, id?, position?, problem?}. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganization: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        organization: components["schemas"]["OrganizationShape"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        items: components["schemas"]["Unit"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getUnit: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        unit: components["schemas"]["Unit"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listPosts: {
        parameters: {
            query?: {
                unit?: string;
                manager?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        items: components["schemas"]["Post"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPost: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        post: components["schemas"]["Post"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listReorganisations: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        items: components["schemas"]["Reorganisation"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    orderReorganisation: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderReorganisationDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReorganisation: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                reorganisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        on: string;
                        reorganisation: components["schemas"]["Reorganisation"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    stopReorganisation: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reorganisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopReorganisationDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    checkAccess: {
        parameters: {
            query: {
                reader: string;
                subject: string;
                action: string;
                role?: "goal-manager" | "hr-partner" | "service-manager" | "importer" | "auditor" | "analyst" | "operator" | "administrator";
                kind?: "public" | "private";
                stage?: "draft" | "active" | "closed" | "withdrawn";
                on?: string;
                asOf?: string;
            };
            header?: {
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        items: components["schemas"]["PolicyRule"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listStrategies: {
        parameters: {
            query?: {
                owner?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["Strategy"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    publishStrategy: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishStrategyDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getStrategy: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                strategyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        strategy: components["schemas"]["Strategy"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    reviseStrategy: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                strategyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseStrategyDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    retireStrategy: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                strategyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireStrategyDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    raiseSignal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                strategyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseSignalDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    alignGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlignGoalDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    endAlignment: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                alignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAlignmentDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    moveAlignment: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                alignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveAlignmentDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getGoalAlignments: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalAlignments"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listIdeas: {
        parameters: {
            query?: {
                owner?: string;
                credited?: string;
                signal?: string;
                state?: "submitted" | "running" | "concluded" | "declined" | "adopted" | "withdrawn";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["Idea"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    submitIdea: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitIdeaDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getIdea: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                ideaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        idea: components["schemas"]["Idea"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    amendCredit: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ideaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendCreditDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    startExperiment: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ideaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartExperimentDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    concludeExperiment: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ideaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcludeExperimentDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    settleIdea: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ideaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleIdeaDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    reuseLesson: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ideaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReuseLessonDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getAlignmentMap: {
        parameters: {
            query?: {
                strategy?: string;
                theme?: string;
                owner?: string;
                unit?: string;
                period?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentMap"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    tryAlignments: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getUnitProgress: {
        parameters: {
            query?: {
                unit?: string;
                period?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitProgress"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getAmendmentLag: {
        parameters: {
            query?: {
                owner?: string;
                unit?: string;
                period?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentLag"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getInnovationFunnel: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InnovationFunnel"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReplanLatency: {
        parameters: {
            query?: {
                strategy?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplanLatency"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    exportGoals: {
        parameters: {
            query?: {
                owner?: string;
                period?: string;
                stage?: "draft" | "active" | "closed" | "withdrawn";
                format?: "ndjson" | "csv" | "parquet";
                header?: "present" | "absent";
                limit?: string;
                asOf?: string;
                effectiveAt?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, as it is made; with `limit`, a part of it at once. */
            200: {
                headers: {
                    /** @description Up to where it holds everything. */
                    "Plumbline-Position"?: string;
                    /** @description The address of exactly this file, whatever is recorded meanwhile. */
                    "Content-Location"?: string;
                    /** @description Equal for the same file; with `If-None-Match`, 304. */
                    ETag?: string;
                    /** @description With `limit`: the next part, as `rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"id":null,"owner":null,"stage":null,"kind":null,"visibility":null,"period_name":null,"period_start":null,"period_end":null,"weight":null,"measuredBy":null,"cadenceDays":null,"progress_value":null,"progress_n":null,"progress_definition":null,"measures":null,"grade":null,"activatedAt":null,"closedAt":null,"score":null,"keyResults":null}
                     *     {"end":true,"position":"00000000000000001050","rows":1}
                     */
                    "application/x-ndjson": string;
                    /**
                     * @example id,owner,stage,kind,visibility,period_name,period_start,period_end,weight,measuredBy,cadenceDays,progress_value,progress_n,progress_definition,measures,grade,activatedAt,closedAt,score,keyResults
                     *     ,,,,,,,,,,,,,,,,,,,
                     */
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description The caller has the same file already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    exportKpiReadings: {
        parameters: {
            query?: {
                owner?: string;
                goal?: string;
                format?: "ndjson" | "csv" | "parquet";
                header?: "present" | "absent";
                limit?: string;
                asOf?: string;
                effectiveAt?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, as it is made; with `limit`, a part of it at once. */
            200: {
                headers: {
                    /** @description Up to where it holds everything. */
                    "Plumbline-Position"?: string;
                    /** @description The address of exactly this file, whatever is recorded meanwhile. */
                    "Content-Location"?: string;
                    /** @description Equal for the same file; with `If-None-Match`, 304. */
                    ETag?: string;
                    /** @description With `limit`: the next part, as `rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"kpiId":null,"readingId":null,"goalId":null,"keyResultId":null,"owner":null,"at":null,"recordedAt":null,"period_name":null,"period_start":null,"period_end":null,"value":null,"measure_kind":null,"measure_start":null,"measure_target":null,"measure_low":null,"measure_high":null,"measure_unit":null,"progress_value":null,"progress_n":null,"progress_definition":null,"met":null,"definitionVersion":null,"late":null,"source":null,"supersededBy":null}
                     *     {"end":true,"position":"00000000000000001050","rows":1}
                     */
                    "application/x-ndjson": string;
                    /**
                     * @example kpiId,readingId,goalId,keyResultId,owner,at,recordedAt,period_name,period_start,period_end,value,measure_kind,measure_start,measure_target,measure_low,measure_high,measure_unit,progress_value,progress_n,progress_definition,met,definitionVersion,late,source,supersededBy
                     *     ,,,,,,,,,,,,,,,,,,,,,,,,
                     */
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description The caller has the same file already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listGoals: {
        parameters: {
            query?: {
                owner?: string;
                period?: string;
                stage?: "draft" | "active" | "closed" | "withdrawn";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["GoalSummary"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    draftGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftGoalDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    importGoals: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Lines of {line, key, status: recorded | unchanged | refused, id?, position?, problem?}. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getGoal: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        goal: components["schemas"]["GoalDetail"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getGoalHistory: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["HistoryItem"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    redraftGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedraftGoalDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    activateGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateGoalDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    amendGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendGoalDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    transferGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferGoalDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    closeGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseGoalDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    withdrawGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawGoalDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    correctCheckIn: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                goalId: string;
                checkInId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectCheckInDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listStaleGoals: {
        parameters: {
            query?: {
                owner?: string;
                period?: string;
                stage?: "draft" | "active" | "closed" | "withdrawn";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        staleness: components["schemas"]["Figure"];
                        items: components["schemas"]["StaleGoal"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getForecastHonesty: {
        parameters: {
            query?: {
                owner?: string;
                period?: string;
                stage?: "draft" | "active" | "closed" | "withdrawn";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        brier: components["schemas"]["Figure"];
                        items: {
                            owner: string;
                            brier: components["schemas"]["Figure"];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listPeriods: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["GoalPeriod"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listKpis: {
        parameters: {
            query?: {
                goal?: string;
                owner?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["Kpi"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    defineKpi: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineKpiDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    importMeasurements: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Lines of {line, key, status: recorded | unchanged | refused, id?, position?, problem?}. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getKpi: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        kpi: components["schemas"]["Kpi"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    redefineKpi: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedefineKpiDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    recordMeasurement: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                kpiId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordMeasurementDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listNotes: {
        parameters: {
            query?: {
                about?: "me";
                given?: "me";
                subject?: string;
                kind?: "praise" | "suggestion" | "observation";
                stage?: "given" | "retracted";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["FeedbackNote"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    giveFeedback: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveFeedbackDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getNote: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        note: components["schemas"]["FeedbackNote"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    retractFeedback: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetractFeedbackDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    widenVisibility: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WidenVisibilityDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listFeedbackRequests: {
        parameters: {
            query?: {
                to?: "me";
                by?: "me";
                stage?: "open" | "declined" | "lapsed" | "answered";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["FeedbackRequest"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    askFeedback: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskFeedbackDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRequest: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        request: components["schemas"]["FeedbackRequest"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    declineRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineRequestDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listOneToOnes: {
        parameters: {
            query?: {
                with?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["OneToOne"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    holdOneToOne: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldOneToOneDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getOneToOne: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                oneToOneId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        oneToOne: components["schemas"]["OneToOne"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    correctOneToOne: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                oneToOneId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectOneToOneDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    agreeAction: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                oneToOneId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeActionDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    completeAction: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                oneToOneId: string;
                actionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteActionDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    dropAction: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                oneToOneId: string;
                actionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DropActionDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getFeedbackCoverage: {
        parameters: {
            query?: {
                person?: string;
                unit?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackCoverage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listCustomerResponses: {
        parameters: {
            query?: {
                location?: string;
                touchpoint?: string;
                channel?: string;
                source?: string;
                unit?: string;
                person?: string;
                loop?: "open" | "closed";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["CustomerResponse"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    recordCustomerResponse: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordResponseDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    importCustomerResponses: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Lines of {line, key, status: recorded | unchanged | refused, id?, problem?}. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getCustomerResponse: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                responseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        response: components["schemas"]["CustomerResponse"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    attributeCustomerResponse: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                responseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttributeResponseDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    disputeAttribution: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                responseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeAttributionDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    settleAttribution: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                responseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleAttributionDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    closeLoop: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                responseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseLoopDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    withdrawCustomerResponse: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                responseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawResponseDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getProgramme: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        programme: components["schemas"]["RewardProgramme"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    defineProgramme: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineProgrammeDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    reviseProgramme: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseProgrammeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listRecognitions: {
        parameters: {
            query?: {
                to?: string;
                by?: string;
                value?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["Recognition"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    recognise: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecogniseDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRecognitionFigures: {
        parameters: {
            query?: {
                unit?: string;
                from?: string;
                until?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        unit: string | null;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        until: string;
                        figures: {
                            people: number;
                            /** @enum {unknown} */
                            tier: "hidden" | "indicative" | "firm";
                            recognitions: number | null;
                            coverage: components["schemas"]["Proportion"] | null;
                            concentration: components["schemas"]["Estimate"] | null;
                            reciprocity: components["schemas"]["Estimate"] | null;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRecognition: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                recognitionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        recognition: components["schemas"]["Recognition"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPoints: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        points: components["schemas"]["Points"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPointsLedger: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        accounts: {
                            /** @enum {unknown} */
                            kind: "issuer" | "allowance" | "transit" | "earned" | "rewards";
                            debit: number;
                            credit: number;
                            balance: number;
                        }[];
                        sum: number;
                        inTransit: number;
                        months: {
                            month: string;
                            accounts: {
                                /** @enum {unknown} */
                                kind: "issuer" | "allowance" | "transit" | "earned" | "rewards";
                                debit: number;
                                credit: number;
                                balance: number;
                            }[];
                            sum: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listRedemptions: {
        parameters: {
            query?: {
                open?: "true" | "false";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["Redemption"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    redeemReward: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemRewardDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRedemption: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                redemptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        redemption: components["schemas"]["Redemption"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    decideRedemption: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                redemptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideRewardDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listServiceLevels: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["ServiceLevel"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    defineServiceLevel: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineServiceLevelDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getServiceLevel: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                serviceLevelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        serviceLevel: components["schemas"]["ServiceLevel"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    reviseServiceLevel: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                serviceLevelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseServiceLevelDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getSlaAttainment: {
        parameters: {
            query: {
                from: string;
                until: string;
                unit?: string;
                sla?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        until: string;
                        cases: number;
                        firstResponse: components["schemas"]["SlaAttainmentOfClock"];
                        resolution: components["schemas"]["SlaAttainmentOfClock"];
                        /** @description Business time until a case was resolved, pauses left out. */
                        resolutionMinutes: {
                            median: components["schemas"]["Estimate"];
                            p90: components["schemas"]["Estimate"];
                        };
                        units: {
                            unit: string;
                            cases: number;
                            firstResponse: components["schemas"]["SlaAttainmentOfClock"];
                            resolution: components["schemas"]["SlaAttainmentOfClock"];
                            /** @description Business time until a case was resolved, pauses left out. */
                            resolutionMinutes: {
                                median: components["schemas"]["Estimate"];
                                p90: components["schemas"]["Estimate"];
                            };
                        }[];
                        serviceLevels: {
                            slaRef: string;
                            cases: number;
                            firstResponse: components["schemas"]["SlaAttainmentOfClock"];
                            resolution: components["schemas"]["SlaAttainmentOfClock"];
                            /** @description Business time until a case was resolved, pauses left out. */
                            resolutionMinutes: {
                                median: components["schemas"]["Estimate"];
                                p90: components["schemas"]["Estimate"];
                            };
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                unit?: string;
                sla?: string;
                stage?: "open" | "running" | "paused" | "resolved";
                overdue?: "true" | "false";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["CaseSummary"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    openCase: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCaseDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getCase: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        case: components["schemas"]["Case"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    respondToCase: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseChangeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    pauseCase: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseCaseDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    resumeCase: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseChangeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    resolveCase: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseChangeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    reopenCase: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenCaseDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listSurveys: {
        parameters: {
            query?: {
                stage?: "launched" | "closed";
                kind?: "pulse" | "enps" | "own";
                lang?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["SurveySummary"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    launchSurvey: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaunchSurveyDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    raiseSurveyThreshold: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseThresholdDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    closeSurvey: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseSurveyDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    printSurveyLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintLinksDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyLinks"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    takePartInSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakePartDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedTicket"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    handInAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandInDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It waits for others, to be released with them. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getSurveyPage: {
        parameters: {
            query?: {
                lang?: string;
                ticket?: string;
            };
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            /** @description There is no such survey, or it is not open. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be answered with this link. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    sendSurveyPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    ticket?: string;
                    lang?: string;
                };
            };
        };
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            /** @description There is no such survey, or it is not open. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be answered with this link. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description To be mended. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getSurvey: {
        parameters: {
            query?: {
                lang?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        survey: components["schemas"]["Survey"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listSurveyComments: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["SurveyComment"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    exportServiceLevels: {
        parameters: {
            query: {
                format?: "ndjson" | "csv" | "parquet";
                header?: "present" | "absent";
                limit?: string;
                after?: string;
                asOf?: string;
                effectiveAt?: string;
                from: string;
                until: string;
                unit?: string;
                sla?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, as it is made; with `limit`, a part of it at once. */
            200: {
                headers: {
                    /** @description Up to where it holds everything. */
                    "Plumbline-Position"?: string;
                    /** @description The address of exactly this file, whatever is recorded meanwhile. */
                    "Content-Location"?: string;
                    /** @description Equal for the same file; with `If-None-Match`, 304. */
                    ETag?: string;
                    /** @description With `limit`: the next part, as `rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"row":null,"from":null,"until":null,"by":null,"unit":null,"slaRef":null,"cases":null,"firstResponse_share_value":null,"firstResponse_share_n":null,"firstResponse_share_definition":null,"firstResponse_share_low":null,"firstResponse_share_high":null,"firstResponse_share_successes":null,"firstResponse_met":null,"firstResponse_breached":null,"firstResponse_openPastDue":null,"firstResponse_openInTime":null,"resolution_share_value":null,"resolution_share_n":null,"resolution_share_definition":null,"resolution_share_low":null,"resolution_share_high":null,"resolution_share_successes":null,"resolution_met":null,"resolution_breached":null,"resolution_openPastDue":null,"resolution_openInTime":null,"resolutionMinutes_median_value":null,"resolutionMinutes_median_n":null,"resolutionMinutes_median_definition":null,"resolutionMinutes_median_low":null,"resolutionMinutes_median_high":null,"resolutionMinutes_p90_value":null,"resolutionMinutes_p90_n":null,"resolutionMinutes_p90_definition":null,"resolutionMinutes_p90_low":null,"resolutionMinutes_p90_high":null,"position":null}
                     *     {"end":true,"position":"00000000000000001050","rows":1}
                     */
                    "application/x-ndjson": string;
                    /**
                     * @example row,from,until,by,unit,slaRef,cases,firstResponse_share_value,firstResponse_share_n,firstResponse_share_definition,firstResponse_share_low,firstResponse_share_high,firstResponse_share_successes,firstResponse_met,firstResponse_breached,firstResponse_openPastDue,firstResponse_openInTime,resolution_share_value,resolution_share_n,resolution_share_definition,resolution_share_low,resolution_share_high,resolution_share_successes,resolution_met,resolution_breached,resolution_openPastDue,resolution_openInTime,resolutionMinutes_median_value,resolutionMinutes_median_n,resolutionMinutes_median_definition,resolutionMinutes_median_low,resolutionMinutes_median_high,resolutionMinutes_p90_value,resolutionMinutes_p90_n,resolutionMinutes_p90_definition,resolutionMinutes_p90_low,resolutionMinutes_p90_high,position
                     *     ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
                     */
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description The caller has the same file already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    exportRecognition: {
        parameters: {
            query?: {
                format?: "ndjson" | "csv" | "parquet";
                header?: "present" | "absent";
                limit?: string;
                after?: string;
                asOf?: string;
                effectiveAt?: string;
                unit?: string;
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, as it is made; with `limit`, a part of it at once. */
            200: {
                headers: {
                    /** @description Up to where it holds everything. */
                    "Plumbline-Position"?: string;
                    /** @description The address of exactly this file, whatever is recorded meanwhile. */
                    "Content-Location"?: string;
                    /** @description Equal for the same file; with `If-None-Match`, 304. */
                    ETag?: string;
                    /** @description With `limit`: the next part, as `rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"row":null,"from":null,"until":null,"unit":null,"people":null,"tier":null,"recognitions":null,"coverage_value":null,"coverage_n":null,"coverage_definition":null,"coverage_low":null,"coverage_high":null,"coverage_successes":null,"concentration_value":null,"concentration_n":null,"concentration_definition":null,"concentration_low":null,"concentration_high":null,"reciprocity_value":null,"reciprocity_n":null,"reciprocity_definition":null,"reciprocity_low":null,"reciprocity_high":null,"position":null}
                     *     {"end":true,"position":"00000000000000001050","rows":1}
                     */
                    "application/x-ndjson": string;
                    /**
                     * @example row,from,until,unit,people,tier,recognitions,coverage_value,coverage_n,coverage_definition,coverage_low,coverage_high,coverage_successes,concentration_value,concentration_n,concentration_definition,concentration_low,concentration_high,reciprocity_value,reciprocity_n,reciprocity_definition,reciprocity_low,reciprocity_high,position
                     *     ,,,,,,,,,,,,,,,,,,,,,,,
                     */
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description The caller has the same file already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getSatisfaction: {
        parameters: {
            query: {
                metric: string;
                from: string;
                until: string;
                by?: "location" | "touchpoint" | "channel" | "source" | "day" | "month" | "unit" | "person";
                scale?: string;
                location?: string;
                touchpoint?: string;
                channel?: string;
                source?: string;
                unit?: string;
                person?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        metric: string;
                        scale: {
                            min: number;
                            max: number;
                        } | null;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        until: string;
                        by: string | null;
                        counting: string;
                        total: components["schemas"]["SatisfactionLine"];
                        rows: components["schemas"]["SatisfactionRow"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listMetrics: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["Metric"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    defineMetric: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineMetricDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getMetric: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                /** @example nps */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        metric: components["schemas"]["Metric"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    reviseMetric: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @example baggage */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseMetricDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listMetricReleases: {
        parameters: {
            query?: {
                metric?: string;
                question?: string;
                from?: string;
                until?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["MetricReleaseSummary"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    publishMetricRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishReleaseDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    publishRatingsRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRatingsDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getMetricRelease: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                /** @example 4c1f7a92-8d3e-5b60-a1f4-2e9d0c7b5a38 */
                releaseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        release: components["schemas"]["MetricRelease"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    restateMetricRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                /** @example 4c1f7a92-8d3e-5b60-a1f4-2e9d0c7b5a38 */
                releaseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestateReleaseDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReleasedFigure: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                /** @example 4c1f7a92-8d3e-5b60-a1f4-2e9d0c7b5a38 */
                releaseId: string;
                /** @example 0 */
                figure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        figure: components["schemas"]["ReleasedFigure"];
                        release: components["schemas"]["MetricReleaseSummary"];
                        formula: {
                            /** @enum {string} */
                            name: "nps@1" | "csat@1" | "ces-2.0@1" | "favourable@1" | "mean-score@1" | "participation@1" | "distribution@1";
                            text: string;
                        };
                        /** @description The formula with its counts put in. */
                        filled: string | null;
                        guard: {
                            threshold: number;
                            decision: string;
                        };
                        /** @description What it was counted from, in the stream of facts; null: not for you. */
                        facts: {
                            id: string;
                            type: string;
                            stream: string;
                            revision: number;
                            position: string;
                        }[] | null;
                        /** @description Who is told of the facts, when it is not you. */
                        withheld: string | null;
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getSurveyResults: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                /** @example 6b0f2f5e-4a63-5d0c-8a57-1d2b9c4e7f30 */
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        results: components["schemas"]["SurveyFigures"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getEngagement: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
                unit?: string;
                question?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["SurveyFigures"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getEngagementTrend: {
        parameters: {
            query?: {
                question?: string;
                from?: string;
                until?: string;
                unit?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["TrendPoint"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listControlCharts: {
        parameters: {
            query?: {
                owner?: string;
                unit?: string;
                location?: string;
                touchpoint?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["ControlChartSummary"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    drawControlChart: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawChartDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getControlChart: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                chartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        chart: components["schemas"]["ControlChart"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    rebaselineControlChart: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                chartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RebaselineChartDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    explainSignal: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                chartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainSignalDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listSignals: {
        parameters: {
            query?: {
                chart?: string;
                owner?: string;
                stage?: "open" | "explained";
                overdue?: "true" | "false";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["ChartSignal"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getAssociation: {
        parameters: {
            query: {
                between: "engagement" | "recognition-coverage";
                metric: string;
                from: string;
                until: string;
                scale?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** @enum {string} */
                        between: "engagement" | "recognition-coverage";
                        and: string;
                        survey: string | null;
                        scale: {
                            min: number;
                            max: number;
                        } | null;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        until: string;
                        counting: string;
                        /** @description Units. */
                        n: number;
                        pearson: components["schemas"]["Correlation"];
                        spearman: components["schemas"]["Correlation"];
                        warnings: {
                            /** @enum {string} */
                            code: "not-a-cause" | "units-are-not-people" | "confounded" | "few-units" | "may-be-none";
                            text: string;
                        }[];
                        units: {
                            unit: string;
                            x: components["schemas"]["ChartedFigure"];
                            y: components["schemas"]["ChartedFigure"];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    exportSatisfaction: {
        parameters: {
            query: {
                format?: "ndjson" | "csv" | "parquet";
                header?: "present" | "absent";
                limit?: string;
                after?: string;
                asOf?: string;
                effectiveAt?: string;
                metric: string;
                from: string;
                until: string;
                by?: "location" | "touchpoint" | "channel" | "source" | "day" | "month" | "unit" | "person";
                scale?: string;
                location?: string;
                touchpoint?: string;
                channel?: string;
                source?: string;
                unit?: string;
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, as it is made; with `limit`, a part of it at once. */
            200: {
                headers: {
                    /** @description Up to where it holds everything. */
                    "Plumbline-Position"?: string;
                    /** @description The address of exactly this file, whatever is recorded meanwhile. */
                    "Content-Location"?: string;
                    /** @description Equal for the same file; with `If-None-Match`, 304. */
                    ETag?: string;
                    /** @description With `limit`: the next part, as `rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"row":null,"metric":null,"from":null,"until":null,"scale_min":null,"scale_max":null,"by":null,"of":null,"tier":null,"rank":null,"score_value":null,"score_n":null,"score_definition":null,"score_low":null,"score_high":null,"score_standardError":null,"score_mean":null,"score_successes":null,"score_promoters":null,"score_passives":null,"score_detractors":null,"asked":null,"noAnswer_blank":null,"noAnswer_notApplicable":null,"noAnswer_doNotKnow":null,"noAnswer_declined":null,"noAnswer_dismissed":null,"counting":null,"position":null}
                     *     {"end":true,"position":"00000000000000001050","rows":1}
                     */
                    "application/x-ndjson": string;
                    /**
                     * @example row,metric,from,until,scale_min,scale_max,by,of,tier,rank,score_value,score_n,score_definition,score_low,score_high,score_standardError,score_mean,score_successes,score_promoters,score_passives,score_detractors,asked,noAnswer_blank,noAnswer_notApplicable,noAnswer_doNotKnow,noAnswer_declined,noAnswer_dismissed,counting,position
                     *     ,,,,,,,,,,,,,,,,,,,,,,,,,,,,
                     */
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description The caller has the same file already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    exportMetricReleases: {
        parameters: {
            query?: {
                metric?: string;
                question?: string;
                from?: string;
                until?: string;
                format?: "ndjson" | "csv" | "parquet";
                header?: "present" | "absent";
                limit?: string;
                asOf?: string;
                effectiveAt?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, as it is made; with `limit`, a part of it at once. */
            200: {
                headers: {
                    /** @description Up to where it holds everything. */
                    "Plumbline-Position"?: string;
                    /** @description The address of exactly this file, whatever is recorded meanwhile. */
                    "Content-Location"?: string;
                    /** @description Equal for the same file; with `If-None-Match`, 304. */
                    ETag?: string;
                    /** @description With `limit`: the next part, as `rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"releaseId":null,"figure":null,"metric":null,"version":null,"formula":null,"source_kind":null,"source_survey":null,"source_cycle":null,"source_question":null,"source_scale_min":null,"source_scale_max":null,"from":null,"until":null,"dimensions":null,"group":null,"n":null,"value":null,"low":null,"high":null,"standardError":null,"mean":null,"tier":null,"suppressed":null,"threshold":null,"restates":null,"restatedBy":null,"releasedAt":null,"countedAt":null}
                     *     {"end":true,"position":"00000000000000001050","rows":1}
                     */
                    "application/x-ndjson": string;
                    /**
                     * @example releaseId,figure,metric,version,formula,source_kind,source_survey,source_cycle,source_question,source_scale_min,source_scale_max,from,until,dimensions,group,n,value,low,high,standardError,mean,tier,suppressed,threshold,restates,restatedBy,releasedAt,countedAt
                     *     ,,,,,,,,,,,,,,,,,,,,,,,,,,,
                     */
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description The caller has the same file already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPerformance: {
        parameters: {
            query: {
                person?: string;
                unit?: string;
                from: string;
                until: string;
                weights?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        person: string | null;
                        unit: string | null;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        until: string;
                        index: components["schemas"]["PerformanceIndex"];
                        parts: components["schemas"]["PerformancePart"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRatingDistribution: {
        parameters: {
            query?: {
                cycle?: string;
                pastCycle?: string;
                threshold?: string;
                by?: "unit";
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** @description Its id, or its name elsewhere. */
                        cycle: string;
                        /** @description Null, as pack and template are, of one that was finished elsewhere. */
                        stage: ("planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled") | null;
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** @description Nothing is told of fewer people. */
                        threshold: number;
                        /** @description Of the cycle, withdrawn ones included. */
                        reviews: number;
                        /** @description Own ones that are not shared yet: in no figure. */
                        withheld: number;
                        pack: string | null;
                        template: string | null;
                        /** @description Not finalised, or without a rating: in no figure. */
                        unrated: number;
                        total: components["schemas"]["RatingShift"];
                        rows: components["schemas"]["RatingShift"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getNineBox: {
        parameters: {
            query: {
                potential?: string;
                cycle: string;
                threshold?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** @description Its id, or its name elsewhere. */
                        cycle: string;
                        /** @description Null, as pack and template are, of one that was finished elsewhere. */
                        stage: ("planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled") | null;
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** @description Nothing is told of fewer people. */
                        threshold: number;
                        /** @description Of the cycle, withdrawn ones included. */
                        reviews: number;
                        /** @description Own ones that are not shared yet: in no figure. */
                        withheld: number;
                        pack: string | null;
                        template: string | null;
                        potential: string | null;
                        message: string | null;
                        n: number | null;
                        /**
                         * @description Why it is withheld: it would tell of too few people, by itself or beside others.
                         * @enum {string|null}
                         */
                        suppressed: "below-threshold" | "complementary" | "overlap" | "across-releases" | null;
                        /** @description In no box: one of the two is not rated. */
                        unknown: number | null;
                        boxes: {
                            /** @enum {string} */
                            performance: "low" | "middle" | "high";
                            /** @enum {string} */
                            potential: "low" | "middle" | "high";
                            count: number;
                        }[] | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRaterAgreement: {
        parameters: {
            query: {
                part?: string;
                item?: string;
                cycle: string;
                threshold?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** @description Its id, or its name elsewhere. */
                        cycle: string;
                        /** @description Null, as pack and template are, of one that was finished elsewhere. */
                        stage: ("planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled") | null;
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** @description Nothing is told of fewer people. */
                        threshold: number;
                        /** @description Of the cycle, withdrawn ones included. */
                        reviews: number;
                        /** @description Own ones that are not shared yet: in no figure. */
                        withheld: number;
                        pack: string | null;
                        template: string | null;
                        part: string | null;
                        item: string | null;
                        message: string | null;
                        alpha: components["schemas"]["RaterAgreement"];
                        single: components["schemas"]["RaterAgreement"];
                        average: components["schemas"]["RaterAgreement"];
                        raters: number;
                        /** @enum {string} */
                        design: "same-raters" | "raters-of-their-own" | "none";
                        severity: {
                            compared: {
                                rater: string;
                                effect: number;
                                n: number;
                            }[];
                            hidden: number;
                            confounded: number;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    askRatingImpact: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpactDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        /** @description Its id, or its name elsewhere. */
                        cycle: string;
                        /** @description Null, as pack and template are, of one that was finished elsewhere. */
                        stage: ("planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled") | null;
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** @description Nothing is told of fewer people. */
                        threshold: number;
                        /** @description Of the cycle, withdrawn ones included. */
                        reviews: number;
                        /** @description Own ones that are not shared yet: in no figure. */
                        withheld: number;
                        pack: string | null;
                        template: string | null;
                        attribute: string;
                        /** @description In millionths. */
                        atLeast: number;
                        /** @description Rated, and in a group. */
                        n: number;
                        /** @description Rated, and in none. */
                        ungrouped: number;
                        before: {
                            /** @description The group with the highest rate of those shown. */
                            reference: string | null;
                            groups: components["schemas"]["GroupImpact"][];
                        };
                        after: {
                            /** @description The group with the highest rate of those shown. */
                            reference: string | null;
                            groups: components["schemas"]["GroupImpact"][];
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    runScenario: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scenario: boolean;
                        position: components["schemas"]["Position"];
                        /** @description Its id, or its name elsewhere. */
                        cycle: string;
                        /** @description Null, as pack and template are, of one that was finished elsewhere. */
                        stage: ("planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled") | null;
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        /** @description Nothing is told of fewer people. */
                        threshold: number;
                        /** @description Of the cycle, withdrawn ones included. */
                        reviews: number;
                        /** @description Own ones that are not shared yet: in no figure. */
                        withheld: number;
                        pack: string | null;
                        template: string | null;
                        instead: string;
                        n: number;
                        /** @description Reviews without a score, of which nothing is made. */
                        unscored: number;
                        before: {
                            n: number | null;
                            /**
                             * @description Why it is withheld: it would tell of too few people, by itself or beside others.
                             * @enum {string|null}
                             */
                            suppressed: "below-threshold" | "complementary" | "overlap" | "across-releases" | null;
                            mean: components["schemas"]["BoundedFigure"] | null;
                            counts: {
                                /** @description In millionths. */
                                rating: number;
                                count: number;
                            }[] | null;
                        };
                        after: {
                            n: number | null;
                            /**
                             * @description Why it is withheld: it would tell of too few people, by itself or beside others.
                             * @enum {string|null}
                             */
                            suppressed: "below-threshold" | "complementary" | "overlap" | "across-releases" | null;
                            mean: components["schemas"]["BoundedFigure"] | null;
                            counts: {
                                /** @description In millionths. */
                                rating: number;
                                count: number;
                            }[] | null;
                        };
                        moved: number;
                        movers: {
                            review: string;
                            person: string;
                            /** @description In millionths. */
                            before: number | null;
                            /** @description In millionths. */
                            after: number | null;
                            /** @description In millionths. */
                            difference: number | null;
                        }[];
                        fairness: {
                            attribute: string;
                            /** @description In millionths. */
                            atLeast: number;
                            before: {
                                /** @description The group with the highest rate of those shown. */
                                reference: string | null;
                                groups: components["schemas"]["GroupImpact"][];
                            };
                            after: {
                                /** @description The group with the highest rate of those shown. */
                                reference: string | null;
                                groups: components["schemas"]["GroupImpact"][];
                            };
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPayFeed: {
        parameters: {
            query: {
                cycle: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        cycle: string;
                        /** @enum {string} */
                        stage: "planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled";
                        entries: {
                            review: string;
                            person: string;
                            job: string | null;
                            /** @description In millionths. */
                            rating: number;
                            by: string;
                            revision: number;
                            /** Format: date-time */
                            finalisedAt: string;
                            /** @description The fact that says so, in the stream of facts. */
                            fact: string;
                            position: string;
                        }[];
                        waiting: {
                            review: string;
                            person: string;
                            /** @enum {string} */
                            because: "cycle-not-released" | "not-finalised" | "reopened" | "disputed" | "not-rated" | "correction-outstanding" | "withdrawn" | "own-not-shared";
                        }[];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listRulePacks: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["PublishedRulePack"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    publishRulePack: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRulePackDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRulePack: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                /** @example yearly */
                packId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        rulePack: components["schemas"]["PublishedRulePack"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRulePackVersion: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                /** @example yearly */
                packId: string;
                /** @example 1 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        rulePackVersion: components["schemas"]["RulePackVersion"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRulePackFit: {
        parameters: {
            query: {
                template: string;
            };
            header?: never;
            path: {
                /** @example yearly */
                packId: string;
                /** @example 1 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fits: boolean;
                        why: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listReviewTemplates: {
        parameters: {
            query?: {
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["PublishedReviewTemplate"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    publishReviewTemplate: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishTemplateDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReviewTemplate: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                /** @example yearly */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        reviewTemplate: components["schemas"]["PublishedReviewTemplate"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReviewTemplateVersion: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                /** @example yearly */
                templateId: string;
                /** @example 1 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        reviewTemplateVersion: components["schemas"]["ReviewTemplateVersion"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReviewEvidence: {
        parameters: {
            query?: {
                revision?: number;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        evidence: components["schemas"]["ReviewEvidence"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listReviewEvidenceFacts: {
        parameters: {
            query: {
                line: string;
                after?: number;
                limit?: number;
                revision?: number;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["EvidenceFact"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReviewScore: {
        parameters: {
            query?: {
                revision?: number;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string | null;
                        why: components["schemas"]["ReviewWhy"] | null;
                        rating: number | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReviewStory: {
        parameters: {
            query?: {
                revision?: number;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["ReviewStoryItem"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReviewDifference: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string | null;
                        from: string | null;
                        to: string | null;
                        changes: components["schemas"]["ReviewChange"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getRenderedReview: {
        parameters: {
            query?: {
                format?: "json" | "html" | "pdf";
                language?: string;
                revision?: number;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same review at the same point is the same document, byte by byte. It is in the language that is asked for, else in the default of the template, and says in which. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        review: components["schemas"]["RenderedReview"];
                    };
                    "text/html": string;
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listReviewCycles: {
        parameters: {
            query?: {
                stage?: "planned" | "launched" | "collecting" | "calibrating" | "locked" | "released" | "closed" | "cancelled";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["ReviewCycle"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    planReviewCycle: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanCycleDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReviewCycle: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        reviewCycle: components["schemas"]["ReviewCycle"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    launchReviewCycle: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    addLateJoiner: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LateJoinerDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    collectReviewCycle: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    calibrateReviewCycle: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    lockReviewCycle: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    releaseReviewCycle: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    closeReviewCycle: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    cancelReviewCycle: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listReviews: {
        parameters: {
            query?: {
                subject?: string;
                owedBy?: "me";
                ledBy?: "me";
                cycle?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["ReviewLine"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReview: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        review: components["schemas"]["Review"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    inviteReviewer: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteReviewerDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    declineInvitation: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineInvitationDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    submitSection: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitSectionDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    overrideRating: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideRatingDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    finaliseReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinaliseReviewDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    declareNotRated: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotRatedDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    shareReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    acknowledgeReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeReviewDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    disputeReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    resolveDispute: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveDisputeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    closeReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    withdrawReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    reopenReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    repinReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listCalibrationSessions: {
        parameters: {
            query?: {
                cycle?: string;
                stage?: "running" | "locked";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["CalibrationSession"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    conveneCalibrationSession: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConveneSessionDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getCalibrationSession: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        session: components["schemas"]["CalibrationSession"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getCalibrationBoard: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["CalibrationRow"][];
                        /** @description The own review, and those of whom one answers to or may not read. */
                        withheld: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getCalibrationFigures: {
        parameters: {
            query?: {
                instead?: "without-session" | "without-moderator" | "rule-pack";
                moderator?: string;
                pack?: string;
                version?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        figures: components["schemas"]["CalibrationFigures"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    addCalibrationMembers: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddMembersDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    excuseCalibrationMember: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExcuseMemberDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    replaceCalibrationModerator: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceModeratorDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    addCalibrationReviews: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddReviewsDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    proposeAdjustment: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeAdjustmentDto"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    decideAdjustment: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                sessionId: string;
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAdjustmentDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    lockCalibrationSession: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockSessionDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listPastReviews: {
        parameters: {
            query?: {
                person?: string;
                cycle?: string;
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["PastReview"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    importPastReviews: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Lines of {line, key, status: recorded | unchanged | refused, id?, problem?}. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPastReview: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                pastReviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        pastReview: components["schemas"]["PastReview"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    correctPastReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                pastReviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectPastReviewDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getPastCycle: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                /** @example fy2025 */
                cycle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        pastCycle: components["schemas"]["PastCycle"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReviewDraft: {
        parameters: {
            query?: {
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        reviewDraft: components["schemas"]["ReviewDraft"] | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    saveReviewDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The ETag seen last: 412 when the record has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraftDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                whose?: string;
                standing?: "open" | "waiting" | "done" | "lapsed" | "withdrawn" | "all";
                overdue?: "true" | "false";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
                /** @description The person for whom the caller acts, by a delegation that is in force; both are recorded. The same Idempotency-Key on behalf of another is another command. */
                "On-Behalf-Of"?: components["parameters"]["OnBehalfOf"];
                /** @description The Plumbline-Position of an own write that the answer must hold. */
                "Read-After"?: components["parameters"]["ReadAfter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Plumbline-Position": components["headers"]["Plumbline-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: components["schemas"]["Position"];
                        items: components["schemas"]["Task"][];
                        /** @description Send it as `after` for the next page. */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        position: string | null;
                        views: components["schemas"]["ViewStatus"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    checkLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        checks: {
                            name: string;
                            ok: boolean;
                            facts: number | null;
                        }[];
                        problems: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    rebuildView: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of {done, total, position}, then {finished: true, facts, equal, changed, added, removed}: how the new documents compare with the old ones. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listParked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Parked"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getParked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedWithFacts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    retryParked: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        settled: boolean;
                        reason?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    discardParked: {
        parameters: {
            query?: never;
            header: {
                /** @description Best a new UUID for each command; the same one again to retry it. It is of the record that the request is about: under the same key, a request about another record is another command. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        discarded: true;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    listFacts: {
        parameters: {
            query?: {
                limit?: string;
                wait?: string;
                after?: string;
            };
            header?: never;
            path: {
                /** @description Whose facts: of goals, of the directory, of feedback, of reviews, or who has looked at what. */
                context: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Facts, in order. With `wait`, as soon as there is one. */
            200: {
                headers: {
                    /** @description Where to go on: everything up to here has been told. */
                    "Plumbline-Position"?: string;
                    /** @description The next batch, as `rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/cloudevents-batch+json": components["schemas"]["CloudEvent"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    followFacts: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: {
                /** @description The id of the last event that was read; counts more than `after`. */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description Whose facts: of goals, of the directory, of feedback, of reviews, or who has looked at what. */
                context: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events whose data is a CloudEvent, until either side ends it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 00000000000000001042
                     *     data: {"specversion":"1.0","id":"98ed377d-1c42-58c4-bb3a-60ba10775ba5","source":"urn:plumbline:production:goals","type":"goals.GoalActivated.v1","time":"2026-05-01T10:00:00.412Z","subject":"goals.goal-acme.3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d","tenant":"acme","stream":"goals.goal-acme.3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d","revision":"2","position":"00000000000000001042","sequence":"0000000002","effectiveat":"2026-05-01T10:00:00.412Z","actor":"5b1f0e7c","correlationid":"c1","causationid":"c1","datacontenttype":"application/json","data":{"goalId":"3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d","owner":"person:5b1f0e7c","kind":"committed","period":{"name":"2026-Q2","start":"2026-04-01","end":"2026-06-30"},"keyResults":[{"id":"kr1","weight":3,"measure":{"kind":"decrease","start":48,"target":12,"unit":"h"}},{"id":"kr2","weight":1,"measure":{"kind":"milestones","milestones":[{"id":"pilot","weight":1},{"id":"rollout","weight":3}]}}]}}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    exportFacts: {
        parameters: {
            query?: {
                after?: string;
                until?: string;
                type?: string;
                format?: "ndjson" | "csv" | "parquet";
                header?: "present" | "absent";
                limit?: string;
            };
            header?: never;
            path: {
                /** @description Whose facts: of goals, of the directory, of feedback, of reviews, or who has looked at what. */
                context: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, as it is made; with `limit`, a part of it at once. */
            200: {
                headers: {
                    /** @description Up to where it holds everything. */
                    "Plumbline-Position"?: string;
                    /** @description The address of exactly this file, whatever is recorded meanwhile. */
                    "Content-Location"?: string;
                    /** @description Equal for the same file; with `If-None-Match`, 304. */
                    ETag?: string;
                    /** @description With `limit`: the next part, as `rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"specversion":"1.0","id":"98ed377d-1c42-58c4-bb3a-60ba10775ba5","source":"urn:plumbline:production:goals","type":"goals.GoalActivated.v1","time":"2026-05-01T10:00:00.412Z","subject":"goals.goal-acme.3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d","tenant":"acme","stream":"goals.goal-acme.3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d","revision":"2","position":"00000000000000001042","sequence":"0000000002","effectiveat":"2026-05-01T10:00:00.412Z","actor":"5b1f0e7c","correlationid":"c1","causationid":"c1","datacontenttype":"application/json","data":{"goalId":"3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d","owner":"person:5b1f0e7c","kind":"committed","period":{"name":"2026-Q2","start":"2026-04-01","end":"2026-06-30"},"keyResults":[{"id":"kr1","weight":3,"measure":{"kind":"decrease","start":48,"target":12,"unit":"h"}},{"id":"kr2","weight":1,"measure":{"kind":"milestones","milestones":[{"id":"pilot","weight":1},{"id":"rollout","weight":3}]}}]}}
                     *     {"end":true,"position":"00000000000000001050","facts":1}
                     */
                    "application/x-ndjson": string;
                    /**
                     * @example position,id,type,…,data
                     *     00000000000000001042,98ed377d-…,goals.GoalClosed.v1,…,"{…}"
                     */
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description The caller has the same file already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "live";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["Problem400"];
            500: components["responses"]["Problem500"];
            /** @description Not now: a check fails, or the server is closing. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the text format of Prometheus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Problem400"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
    getAsyncApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Problem400"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            default: components["responses"]["Problem"];
        };
    };
}
