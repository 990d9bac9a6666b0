// Who plays: two gateways, the operator of an alliance, three vendors that rate severity in three ways and ask for different
// things when somebody engages them. None of these companies exists.
import type { Profile } from '../../flows/member-ports.ts'

export const GATEWAYS = ['harbor', 'fern'] as const
export type GatewayName = (typeof GATEWAYS)[number]

export const OPERATOR = {
  handle: 'alliance',
  name: 'Open Support Alliance',
  gateway: 'harbor',
} as const

export const HANDLES = ['nimbus', 'basalt', 'fern'] as const
export type Handle = (typeof HANDLES)[number]

export type Part = {
  readonly handle: Handle
  readonly gateway: GatewayName
  readonly name: string
  /** Name of the preset that its codes belong to. */
  readonly preset: string
  readonly profile: Omit<
    Profile,
    'name' | 'scheme' | 'delivery' | 'supportProfile' | 'shareDutyNames'
  >
}

const text = (key: string, label: string, required: boolean) =>
  ({ key, label, required, kind: 'text' }) as const

export const CAST: readonly Part[] = [
  {
    handle: 'nimbus',
    gateway: 'harbor',
    name: 'Nimbus Hypervisors',
    preset: 'vmware-on-premise',
    profile: {
      products: [{ code: 'hv-8', name: 'Nimbus Hypervisor 8' }],
      supportHours: 'Around the clock for critical cases, else 08:00 to 18:00 in Stockholm',
      contacts: [{ name: 'Duty desk Stockholm', phone: '+46 8 555 0100' }],
      departments: [{ name: 'Escalations', email: 'escalations@nimbus.example' }],
      intakeForm: { id: 'hv-1', fields: [text('build', 'Hypervisor build', true)] },
    },
  },
  {
    handle: 'basalt',
    gateway: 'harbor',
    name: 'Basalt Storage',
    preset: 'netapp',
    profile: {
      products: [{ code: 'arr-9', name: 'Basalt Array 9' }],
      supportHours: 'Around the clock',
      contacts: [{ name: 'Duty engineer Lisbon', phone: '+351 21 555 0200' }],
      departments: [{ name: 'Interoperability', email: 'interop@basalt.example' }],
      intakeForm: {
        id: 'arr-3',
        fields: [
          text('serial', 'Serial number of the array', true),
          text('firmware', 'Firmware version', true),
          {
            key: 'protocol',
            label: 'Protocol to the hosts',
            required: true,
            kind: 'choice',
            options: ['iSCSI', 'Fibre Channel', 'NVMe/TCP'],
          },
          { key: 'timeline', label: 'What happened when', required: false, kind: 'long-text' },
        ],
      },
    },
  },
  {
    handle: 'fern',
    gateway: 'fern',
    name: 'Fern Linux',
    preset: 'redhat-premium',
    profile: {
      products: [{ code: 'fl-9', name: 'Fern Linux 9' }],
      supportHours: 'Around the clock for severity 1 and 2, else 09:00 to 17:00 in Brno',
      contacts: [{ name: 'Kernel on call Brno', phone: '+420 5 5555 0300' }],
      departments: [],
      intakeForm: {
        id: 'fl-2',
        fields: [
          text('kernel', 'Kernel version (uname -r)', true),
          text('multipath', 'Version of the multipath tools', false),
        ],
      },
    },
  },
]
