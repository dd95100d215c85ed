{{- define "parts.labels" -}}
app: {{ .name }}
{{- end -}}
