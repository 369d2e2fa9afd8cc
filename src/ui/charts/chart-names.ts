/** The ids of the heading that names a chart and of the sentence that says what it shows. */
export interface ChartNames {
  readonly labelledBy: string;
  readonly describedBy: string;
}
