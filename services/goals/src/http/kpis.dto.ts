import { IsUUID, ValidateIf } from 'class-validator';
import {
  Code,
  Description,
  EffectiveAt,
  Id,
  Narrative,
  Nested,
  Optional,
  Owner,
  Reason,
  Reference,
  Title,
} from '@plumbline/web/shapes';
import { type AnyMeasureDto, Measured, PeriodDto, Value } from './shapes.ts';

/** What a KPI request may hold; a field that is not here is refused by name. */
export class DefineKpiDto {
  @Title() name!: string;
  @Optional() @Description() formula?: string;
  @Optional() @Owner() owner?: string;
  @Measured() measure!: AnyMeasureDto;
  @Optional() @IsUUID() goalId?: string;
  @Optional() @Id() keyResultId?: string;
  @Optional() @Reference() reference?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class RedefineKpiDto {
  @Reason() reason!: string;
  @Optional() @Title() name?: string;
  @Optional() @Description() formula?: string;
  @Optional() @Measured() measure?: AnyMeasureDto;
  @EffectiveAt() effectiveAt?: string;
}

export class AgainstDto {
  @Optional() @Value() start?: number;
  @Optional() @Value() target?: number;
  @Optional() @Value() low?: number;
  @Optional() @Value() high?: number;
}

export class MeasurementDto {
  @Nested(() => PeriodDto) period!: PeriodDto;
  /** Required; null says that the period was reported without a value. */
  @ValidateIf((reading: MeasurementDto) => reading.value !== null) @Value() value!: number | null;
  @Optional() @Nested(() => AgainstDto) against?: AgainstDto;
  @Optional() @Code() source?: string;
  @Optional() @Narrative() note?: string;
}

export class RecordMeasurementDto extends MeasurementDto {
  @EffectiveAt() effectiveAt?: string;
}

export class ImportedKpiDto {
  @Reference() reference!: string;
  @Title() name!: string;
  @Optional() @Description() formula?: string;
  @Owner() owner!: string;
  @Measured() measure!: AnyMeasureDto;
  /** The reference of the goal that it tells of. */
  @Optional() @Reference() goalReference?: string;
}

/** One line of `POST /kpis/import`. */
export class ImportMeasurementDto {
  @Reference() key!: string;
  @Nested(() => ImportedKpiDto) kpi!: ImportedKpiDto;
  @Nested(() => MeasurementDto) measurement!: MeasurementDto;
  @EffectiveAt() effectiveAt?: string;
}
