// Made by generate.mjs from the OpenAPI document of the server; not edited by hand.
export interface paths {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        DraftGoalDto: {
            owner?: string;
            title: string;
            description?: string;
            period: components["schemas"]["PeriodDto"];
            /** @enum {string} */
            measuredBy?: "key-results" | "indicators";
            cadenceDays?: number;
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
        ImportQueryDto: {
            /** @enum {string} */
            dryRun?: "true" | "false";
        };
        TimesDto: {
            asOf?: string;
            effectiveAt?: string;
        };
        RedraftGoalDto: {
            title?: string;
            description?: string;
            period?: components["schemas"]["PeriodDto"];
            cadenceDays?: number;
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
        PageDto: {
            limit?: string;
            after?: string;
            asOf?: string;
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
        DiscardDto: {
            reason: string;
        };
        /** @description Where in the order of everything recorded the answer was taken. Opaque. */
        Position: string | null;
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
        Actor: {
            sub: string;
            onBehalfOf?: string;
            via: string;
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
        /** @description The body breaks a rule, or the idempotency key was used for another request. */
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
        /** @description Best a new UUID for each command; the same one again to retry it. */
        IdempotencyKey: string;
        /** @description The ETag seen last: 412 when the record has changed since. */
        IfMatch: string;
        /** @description The Plumbline-Position of an own write that the answer must hold. */
        ReadAfter: string;
        /** @description What was recorded by an instant, by the end of a day, or by a position. */
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
    listGoals: {
        parameters: {
            query?: {
                owner?: string;
                period?: string;
                stage?: "draft" | "active" | "closed" | "withdrawn";
                limit?: string;
                after?: string;
                /** @description What was recorded by an instant, by the end of a day, or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description What was recorded by an instant, by the end of a day, or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
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
                /** @description What was recorded by an instant, by the end of a day, or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description What was recorded by an instant, by the end of a day, or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
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
                /** @description What was recorded by an instant, by the end of a day, or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
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
                /** @description What was recorded by an instant, by the end of a day, or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
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
                /** @description What was recorded by an instant, by the end of a day, or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description What was recorded by an instant, by the end of a day, or by a position. */
                asOf?: components["parameters"]["asOf"];
                /** @description Only what holds in the world by an instant or by the end of a day. */
                effectiveAt?: components["parameters"]["effectiveAt"];
            };
            header?: {
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
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
                /** @description Best a new UUID for each command; the same one again to retry it. */
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
            503: components["responses"]["Problem503"];
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
}
